using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Dashboards;

/// <summary>The dashboard of a service: its requests, its tasks, and whatever it uses.</summary>
internal static class ServiceDashboard
{
    private static readonly (string Letter, string Statistic)[] Percentiles = [("a", "p50"), ("b", "p95"), ("c", "p99")];

    public static void AddTo(LandfallStack stack, ContainerServicePlan service, Balanced? balanced)
    {
        if (stack.Plan.Dashboards != DashboardMode.Services)
        {
            return;
        }

        var body = new DashboardBody(stack);
        if (RequestSource.Of(stack, service, balanced) is { } source)
        {
            AddRequests(body, stack, service, source);
        }

        TaskGraphs.Add(body, stack, service);
        foreach (var use in service.Uses)
        {
            DataGraphs.Add(body, stack, use);
        }

        body.Create();
    }

    private static void AddRequests(DashboardBody body, LandfallStack stack, ContainerServicePlan service, RequestSource source)
    {
        var minute = TimeSpan.FromMinutes(1);
        var seen = source.Over(minute);
        var alarms = (service as ScaledServicePlan)?.Alarms;
        var mark = TaskGraphs.Deployment(stack, service).ToList();
        body.Graph("Requests a minute", [.. DashboardLine.Hidden(seen.Requests), DashboardLine.Expression("requests", seen.RequestSum), .. mark.Select(Copy)]);
        body.Graph(
            "5xx answers (%)",
            [.. DashboardLine.Hidden([.. seen.Requests, .. seen.Errors, .. seen.Refused]), DashboardLine.Expression("errors", seen.ErrorRate), .. mark.Select(Copy)],
            limit: alarms?.ErrorRatePercent);
        body.Graph(
            $"Response time ({(seen.InMilliseconds ? "ms" : "s")})",
            [
                .. Percentiles.SelectMany(percentile =>
                {
                    var times = source.Times(percentile.Letter, percentile.Statistic, minute);
                    var slowest = times.Count == 1 ? $"{percentile.Letter}0" : $"MAX([{string.Join(", ", times.Select(time => $"FILL({time.Id}, 0)"))}])";
                    return DashboardLine.Hidden(times).Append(DashboardLine.Expression(percentile.Statistic, slowest));
                }),
                .. mark,
            ],
            limit: alarms?.LatencyP99 is { } latency ? (seen.InMilliseconds ? latency.TotalMilliseconds : latency.TotalSeconds) : null);
    }

    // A part of a document is in one place of it.
    private static JsonArray Copy(JsonArray line) => line.DeepClone().AsArray();
}
