using Landfall.Cli.Terminal;
using Landfall.Operations.Cost;
using Landfall.Operations.Cost.Billed;

namespace Landfall.Cli.Tests.Terminal;

public sealed class CostRenderingTests
{
    private static readonly EnvironmentCost Known = new(
        "shop",
        "prod",
        new UsedPrices(1, "2026-11-26", "USD", ["compositeAlarm", "internetOutGb"]),
        new Extent(1160.5m, 1280.25m, 2000m),
        [
            new("network", "shop-prod-network", "us-east-1",
            [
                new("Nat1", "AWS::EC2::NatGateway",
                [
                    new("NAT gateway", "natGatewayHour", Extent.Of(730), "hour", 0.045m, Extent.Of(32.85m), Assumed: false),
                    new("data through it", "natGatewayGb", Extent.Of(20), "GB", 0.045m, Extent.Of(0.9m), Assumed: true),
                ]),
            ]),
            new("api", "shop-prod-api", "us-east-1",
            [
                new("Service", "AWS::ECS::Service", [new("CPU of tasks", "fargateVcpuHour", new Extent(1460, 2920.5m, 7300), "vCPU-hour", 0.04048m, new Extent(59.10m, 118.22m, 295.5m), Assumed: false)]),
                new("Odd", "AWS::Odd::Thing", [new("AWS::Odd::Thing", "AWS::Odd::Thing", Extent.Of(1), null, null, null, Assumed: false)]),
            ]),
        ],
        [new UnknownCost("AWS::Odd::Thing", 2)],
        [new Hint("'network: { nat: none }' …", -12.5m), new Hint("'architecture: arm64' of api [x], if the images are built for it.", 24.1m)],
        [new Assumption(20, "GB", "each NAT gateway"), new Assumption(0.25m, "of the way", "every range")]);

    [Theory]
    [InlineData("brief", false)]
    [InlineData("verbose", true)]
    public void Render_Estimate_IsAsItStands(string name, bool verbose)
    {
        var screen = new CapturedScreen(110);

        (verbose ? CostRendering.Verbose : (Action<Screen, EnvironmentCost>)CostRendering.Brief)(screen.Screen, Known);

        GoldenFile.Verify($"tests/Landfall.Cli.Tests/Terminal/Golden/cost-{name}.txt", screen.Text);
    }

    [Fact]
    public void Render_WhatWasBilled_StandsBesideTheEstimateWithWhatHasRisen()
    {
        var screen = new CapturedScreen(200);
        var billed = new BilledCost(new(2026, 10, 27), new(2026, 11, 25), 301.2m, 305.38m, [new("Amazon Elastic Container Service", 120.1m), new("AmazonCloudWatch", 9)], new("Amazon Elastic Container Service", "USE1-Fargate-GB-Hours", new(2026, 11, 20), 2.1m, 6.4m, ["shop-prod-api"]));

        CostRendering.Brief(screen.Screen, Known with { Actual = billed });

        Assert.Contains(
            """
            Billed from 2026-10-27 to 2026-11-25: 301.20, in a month of 730 hours 305.38; 1,280.25 expected
              Amazon Elastic Container Service: 120.10
              AmazonCloudWatch: 9.00
            Risen most since 2026-11-20: USE1-Fargate-GB-Hours of Amazon Elastic Container Service, from 2.10 to 6.40 a day.
              Last deployed on that day or the day before: shop-prod-api.
            """.ReplaceLineEndings("\n"),
            screen.Data,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NothingWasBilled_NamesTheTags()
    {
        var screen = new CapturedScreen(250);

        CostRendering.Brief(screen.Screen, Known with { Actual = new BilledCost(new(2026, 10, 27), new(2026, 11, 25), 0, 0, [], null) });

        Assert.Contains("Nothing was billed from 2026-10-27 to 2026-11-25 by the tags landfall:app and landfall:environment: it is not deployed, or they are no cost allocation tags yet", screen.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Comparison_NamesThePartsOfBoth()
    {
        var screen = new CapturedScreen(110);

        CostRendering.Brief(screen.Screen, Known with { Compared = new ComparedCost("dev", Extent.Of(80), [new ComparedPart("api", 118.22m, 20), new ComparedPart("load", null, 3)]) });

        Assert.Contains("Beside dev, expected: 1,280.25 here, 80.00 there\n  api: 118.22 here, 20.00 there\n  load: none here, 3.00 there\n", screen.Data, StringComparison.Ordinal);
    }
}
