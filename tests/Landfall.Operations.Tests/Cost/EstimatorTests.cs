using System.Text;
using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Cost;
using Landfall.Operations.Cost.Uses;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Cost;

public sealed class EstimatorTests
{
    // Too new for a price that could be read anywhere.
    private static readonly string[] Unknown = ["AWS::CloudWatch::AlarmMuteRule"];

    public static TheoryData<string, string> Samples => new()
    {
        { "shop/dev", "us-east-1" },
        { "shop/prod", "us-east-1" },
        { "shop/pipeline", "us-east-1" },
        { "django/staging", "us-east-1" },
        { "django/production", "us-east-1" },
        { "ecs-devops/demo", "us-east-2" },
        { "node-pipeline/dev", "us-east-1" },
        { "node-pipeline/prod", "us-east-1" },
        { "flink-monitor/prod", "us-east-1" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Of_Sample_CostsWhatIsWrittenDown(string sample, string region)
    {
        var text = new StringBuilder();
        var stacks = Estimator.Of(EstimatedStack.Of(Environments.Golden(sample), region), name => name);
        foreach (var stack in stacks)
        {
            text.Append(stack.Name).Append(' ').Append(Text(stack.Month)).Append('\n');
            foreach (var resource in stack.Resources)
            {
                foreach (var line in resource.Lines)
                    text.Append("  ").Append(resource.LogicalId).Append(": ").Append(line.What).Append(' ').Append(line.Month is null ? "unknown" : Text(line.Month)).Append(line.Assumed ? " assumed" : "").Append('\n');
            }
        }

        text.Append("total ").Append(Text(Extent.Sum(stacks.Select(stack => stack.Month)))).Append('\n');
        GoldenFile.Verify($"tests/Landfall.Operations.Tests/Cost/Golden/{sample.Replace('/', '-')}.txt", text.ToString());
    }

    [Fact]
    public void Of_EveryTypeOfTheSamples_HasAPriceOrIsFreeOrIsSaidToBeUnknown()
    {
        var types = Samples.Select(row => row.Data.Item1).SelectMany(Environments.Golden).SelectMany(stack => stack.ResourceTypes).Distinct().ToList();

        Assert.True(types.Count > 50);
        Assert.Equal(Unknown, types.Where(type => UseRules.Of(type) is null && !UseRules.IsFree(type)));
        Assert.DoesNotContain(types, type => UseRules.Of(type) is not null && UseRules.IsFree(type));
    }

    [Fact]
    public void Of_EverySampleInTheRegionOfTheTable_HasAPriceForAllThatItUses()
    {
        var lines = Samples.SelectMany(row => Estimator.Of(EstimatedStack.Of(Environments.Golden(row.Data.Item1), row.Data.Item2), name => name))
            .SelectMany(stack => stack.Resources).SelectMany(resource => resource.Lines).Where(line => line.Month is null);

        Assert.Equal(Unknown, lines.Select(line => line.Price).Distinct());
    }

    [Fact]
    public void Of_RegionWithoutPrices_SaysSoAndGuessesNothing()
    {
        var stacks = Estimator.Of(EstimatedStack.Of(Environments.Golden("shop/prod"), "af-south-1"), name => name);

        Assert.Contains(Estimator.Unknown(stacks), unknown => unknown.What == "NAT gateway (natGatewayHour) in af-south-1");
        Assert.DoesNotContain(stacks.SelectMany(stack => stack.Resources).SelectMany(resource => resource.Lines), line => line.Month is not null && !IsGlobal(line));

        static bool IsGlobal(CostLine line) => PriceTable.Find(line.Price, "nowhere") is not null;
    }

    [Fact]
    public void Of_TypeThatNobodyKnows_IsUnknownAndInNoSum()
    {
        var stacks = Estimator.Of([new EstimatedStack("a", "us-east-1", [Resource("AWS::Made::Up"), Resource("AWS::EC2::EIP")])], name => name);

        Assert.Equal(new UnknownCost("AWS::Made::Up", 1), Assert.Single(Estimator.Unknown(stacks)));
        Assert.Equal(Extent.Of(3.65m), Assert.Single(stacks).Month);
    }

    /// <summary>Worked examples: AWS's calculator and those who quote its price list say so.</summary>
    [Theory]
    [InlineData("fargateGbHour", 4 * 730, "12.98")]
    [InlineData("fargateVcpuHour", 2 * 730, "59.10")]
    [InlineData("loadBalancerHour", 730, "16.43")]
    [InlineData("loadBalancerLcuHour", 1000, "8.00")]
    [InlineData("natGatewayHour", 730, "32.85")]
    [InlineData("natGatewayGb", 100, "4.50")]
    [InlineData("interfaceEndpointHour", 1460, "14.60")]
    [InlineData("rds.mysql.t3.large.hour", 730 * 2, "198.56")]
    [InlineData("rds.mysql.storageGb", 30 * 2, "6.90")]
    [InlineData("rds.postgres.t3.large.hour", 730, "105.85")]
    [InlineData("auroraStorageGb", 100, "10.00")]
    [InlineData("tableWriteUnitHour", 20 * 730, "9.49")]
    [InlineData("tableReadUnitHour", 30 * 730, "2.85")]
    [InlineData("tableStorageGb", 230, "57.50")]
    [InlineData("tableBackupGb", 2300, "460.00")]
    [InlineData("bucketStorageGb", 10000, "230.00")]
    [InlineData("bucketWriteThousand", 10, "0.05")]
    [InlineData("fileSystemStorageGb", 230, "69.00")]
    [InlineData("alarmMetric", 2, "0.20")]
    [InlineData("alarmMetricHighResolution", 1, "0.30")]
    [InlineData("dashboard", 1, "3.00")]
    [InlineData("logIngestGb", 1000, "500.00")]
    [InlineData("logStorageGb", 500, "15.00")]
    [InlineData("queueRequestMillion", 2, "0.80")]
    [InlineData("queueFifoRequestMillion", 1, "0.50")]
    [InlineData("stateTransitionThousand", 10, "0.25")]
    [InlineData("functionGbSecond", 17500, "0.29")]
    [InlineData("functionArmGbSecond", 17500, "0.23")]
    [InlineData("secret", 1, "0.40")]
    [InlineData("secretRequestTenThousand", 10, "0.50")]
    [InlineData("repositoryStorageGb", 1, "0.10")]
    [InlineData("hostedZone", 1, "0.50")]
    [InlineData("firewallRule", 16, "16.00")]
    [InlineData("firewallRequestMillion", 1, "0.60")]
    [InlineData("buildMediumMinute", 10000, "100.00")]
    public void Line_WorkedExample_CostsWhatItSays(string price, int quantity, string month) =>
        Assert.Equal(month, Estimator.Line(new Use(price, "it", quantity), "us-east-1").Month!.Expected.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));

    private static EvaluatedResource Resource(string type) => new("a", type.Replace(":", "", StringComparison.Ordinal), type, [], null, null, "a/b");

    private static string Text(Extent month) => FormattableString.Invariant($"{month.Low:0.00} {month.Expected:0.00} {month.High:0.00}");
}
