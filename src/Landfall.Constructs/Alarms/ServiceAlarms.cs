using Landfall.Config.Plan;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Traffic;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>A service's alarms. The returned ones also roll a running deployment back.</summary>
internal static class ServiceAlarms
{
    public static IReadOnlyList<string> Add(LandfallStack stack, ContainerServicePlan service, AlarmPlan limits, Balanced? balanced)
    {
        var names = new List<string>();
        var source = balanced is not null ? RequestMetrics.Of(balanced)
            : ServicePorts.Of(service) is not null ? RequestMetrics.OfConnect(stack, service.Name)
            : null;
        if (source is not null)
        {
            if (limits.ErrorRatePercent is { } rate)
            {
                Rollback("ErrorRate", $"More than {rate:0.##} % of the answers of {service.Title} are 5xx.",
                    source.ErrorRate, rate, 3, [.. source.Requests, .. source.Errors]);
            }

            if (limits.LatencyP99 is { } latency)
            {
                Rollback("LatencyP99", $"The slowest 1 % of requests to {service.Title} take longer than {latency.TotalMilliseconds:0} ms.",
                    source.Slowest, source.InMilliseconds ? latency.TotalMilliseconds : latency.TotalSeconds, 3, [.. source.Latencies]);
            }

            if (limits.RequestCount is { } count)
            {
                // Busy is not broken: this one tells people and leaves deployments alone.
                Alarm.Create(stack, "RequestCount", $"{service.Title} gets more than {count} requests per minute.",
                    source.RequestSum, count, 3, source.Requests);
            }
        }

        if (limits.UnhealthyTasks && balanced is not null)
        {
            Rollback("UnhealthyHosts", $"Tasks of {service.Title} fail the load balancer's health check.",
                RequestMetrics.Sum("u", balanced.TargetGroups.Count), 0, 3, [.. RequestMetrics.Unhealthy(balanced)]);
        }

        if (limits.UnhealthyTasks)
        {
            Alarm.Create(stack, "MissingTasks", $"Fewer tasks of {service.Title} run than should, for ten minutes.",
                "FILL(desired, 0) - FILL(running, 0)", 0, 10,
                [TaskMetric(stack, "desired", "DesiredTaskCount", service.Name), TaskMetric(stack, "running", "RunningTaskCount", service.Name)]);
        }

        return names;

        void Rollback(string id, string description, string expression, double threshold, int minutes, Query[] metrics) =>
            names.Add(Alarm.Create(stack, id, description, expression, threshold, minutes, metrics).Ref);
    }

    public static Query TaskMetric(LandfallStack stack, string id, string metric, string service) =>
        Alarm.Metric(id, "ECS/ContainerInsights", metric, "Average", ("ClusterName", stack.Names.Cluster), ("ServiceName", service));
}
