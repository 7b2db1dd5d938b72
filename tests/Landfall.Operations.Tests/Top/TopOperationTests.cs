using Landfall.Config.Plan;
using Landfall.Operations.Tests.Deployment;
using Landfall.Operations.Top;

namespace Landfall.Operations.Tests.Top;

public sealed class TopOperationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 15, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReadAsync_Series_AreTheLastValueAndTheMost()
    {
        using var aws = new StubAws();
        aws.On("GetMetricData", $"<R><MetricDataResults>{Series(0, 10, 20)}{Series(1, 90, 30)}{Series(2, 40, 41)}{Series(3, 44, 50)}</MetricDataResults></R>");
        var plan = PlainPlan.Create();
        var api = (ContainerServicePlan)plan.Services[0];

        var use = await TopOperation.ReadAsync(aws.Target, plan, [api with { Name = "idle", Title = "a-idle" }, api], Now, TestContext.Current.CancellationToken);

        Assert.Equal([new ServiceUse("a-idle", 20, 90, 41, 50, api.Task.Cpu, api.Task.Memory), new ServiceUse("api", null, null, null, null, api.Task.Cpu, api.Task.Memory)], use.Services);
        Assert.Equal(Now.AddMinutes(-15), use.From);
        var asked = System.Net.WebUtility.UrlDecode(Assert.Single(aws.Bodies("GetMetricData")));
        Assert.Contains("MetricDataQueries.member.8.MetricStat.Metric.MetricName=MemoryUtilization", asked, StringComparison.Ordinal);
        Assert.Contains("Dimensions.member.1.Value=shop-dev", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Services_AreInOrderOfTheirCpu()
    {
        using var aws = new StubAws();
        aws.On("GetMetricData", $"<R><MetricDataResults>{Series(0, 10)}{Series(4, 30)}</MetricDataResults></R>");
        var plan = PlainPlan.Create();
        var api = (ContainerServicePlan)plan.Services[0];

        var use = await TopOperation.ReadAsync(aws.Target, plan, [api, api with { Title = "busy" }, api with { Title = "none" }], Now, TestContext.Current.CancellationToken);

        Assert.Equal(["busy", "api", "none"], use.Services.Select(s => s.Service));
    }

    private static string Series(int query, params double[] values) =>
        $"<member><Id>q{query}</Id><Timestamps>{string.Concat(values.Select((_, i) => $"<member>2026-03-01T12:0{i}:00Z</member>"))}</Timestamps><Values>{string.Concat(values.Select(v => $"<member>{v}</member>"))}</Values></member>";
}
