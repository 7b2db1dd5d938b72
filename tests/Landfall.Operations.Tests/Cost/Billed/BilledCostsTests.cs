using System.Text.Json.Nodes;
using Landfall.Operations.Cost.Billed;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Cost.Billed;

public sealed class BilledCostsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReadAsync_ThirtyDays_AreAskedForByTagsAndReckonedAsAMonth()
    {
        using var aws = new StubAws().On("GetCostAndUsage", """
            {"ResultsByTime":[
              {"TimePeriod":{"Start":"2026-10-28"},"Groups":[{"Keys":["AmazonCloudWatch","a"],"Metrics":{"UnblendedCost":{"Amount":"1"}}},{"Keys":["ECS","b"],"Metrics":{"UnblendedCost":{"Amount":"20"}}}]},
              {"TimePeriod":{"Start":"2026-10-29"},"Groups":[{"Keys":["ECS","c"],"Metrics":{"UnblendedCost":{"Amount":"9"}}}]}]}
            """);

        var billed = await BilledCosts.ReadAsync(aws.Target, Plan(), Now, TestContext.Current.CancellationToken);

        Assert.Equal((new DateOnly(2026, 10, 27), new DateOnly(2026, 11, 25)), (billed.From, billed.To));
        Assert.Equal((30m, 30.42m), (billed.Amount, billed.Month));
        Assert.Equal([new BilledService("ECS", 29), new BilledService("AmazonCloudWatch", 1)], billed.Services);
        Assert.Null(billed.Rise);
        var asked = JsonNode.Parse(Assert.Single(aws.Bodies("GetCostAndUsage")))!;
        Assert.Equal("2026-11-26", (string?)asked["TimePeriod"]!["End"]);
        Assert.Equal(["shop", "prod"], asked["Filter"]!["And"]!.AsArray().Select(tag => (string?)tag!["Tags"]!["Values"]![0]));
    }

    [Fact]
    public async Task ReadAsync_TagsThatNobodyKnows_IsNothing()
    {
        using var aws = new StubAws().On("GetCostAndUsage", """{"ResultsByTime":[{"TimePeriod":{"Start":"2026-10-28"},"Total":{"UnblendedCost":{"Amount":"0"}},"Groups":[]}]}""");

        var billed = await BilledCosts.ReadAsync(aws.Target, Plan(), Now, TestContext.Current.CancellationToken);

        Assert.Empty(billed.Services);
        Assert.Equal(0, billed.Amount);
    }

    private static Config.Plan.AppPlan Plan() => ProjectLoader.Load(Path.Combine(GoldenFile.Repository, "samples/shop"), "prod").Plan;
}
