using Landfall.Config.Plan;
using Landfall.Operations.Cost.Sizing;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Cost.Sizing;

public sealed class MeasuredUsesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 15, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReadAsync_Hours_AreDaysPercentilesAndTheMost()
    {
        using var aws = new StubAws();
        aws.On("GetMetricData", $"<R><MetricDataResults>{Series(0, 10, 20, 30)}{Series(1, 50, 90, 30)}{Series(2, 40, 41, 42)}{Series(3, 44, 50, 43)}</MetricDataResults></R>");
        var plan = PlainPlan.Create();
        var api = plan.Services.OfType<ScaledServicePlan>().First();

        var uses = await MeasuredUses.ReadAsync(aws.Target, plan, [api, api with { Name = "idle" }], Now, TestContext.Current.CancellationToken);

        Assert.Equal([new MeasuredUse(2, 30, 30, 90, 42, 50), null], uses);
        var asked = System.Net.WebUtility.UrlDecode(Assert.Single(aws.Bodies("GetMetricData")));
        Assert.Contains("StartTime=2026-02-01T12:00:00Z", asked, StringComparison.Ordinal);
        Assert.Contains("EndTime=2026-03-01T12:00:00Z", asked, StringComparison.Ordinal);
        Assert.Contains("MetricStat.Period=3600", asked, StringComparison.Ordinal);
    }

    // The first two hours are of one day, the third of the next.
    private static string Series(int query, params double[] values) =>
        $"<member><Id>q{query}</Id><Timestamps>{string.Concat(values.Select((_, i) => $"<member>2026-02-2{i / 2}T12:0{i}:00Z</member>"))}</Timestamps><Values>{string.Concat(values.Select(v => $"<member>{v}</member>"))}</Values></member>";
}
