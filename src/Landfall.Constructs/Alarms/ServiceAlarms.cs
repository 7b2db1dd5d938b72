using Amazon.CDK.AWS.CloudWatch;
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
        var all = new List<CfnAlarm>();
        var source = balanced is not null ? RequestMetrics.Of(balanced, IsAlone(stack.Plan, service))
            : ServicePorts.Of(service) is not null && ServicePorts.ProtocolOf(service) != PortProtocol.Tcp ? RequestMetrics.OfConnect(stack, service.Name)
            : null;
        if (source is not null)
        {
            if (limits.ErrorRatePercent is { } rate)
            {
                Rollback("ErrorRate", $"More than {rate:0.##} % of the answers of {service.Title} are 5xx.",
                    source.ErrorRate, rate, 3, [.. source.Requests, .. source.Errors, .. source.Refused]);
            }

            if (limits.LatencyP99 is { } latency)
            {
                Rollback("LatencyP99", $"The slowest 1 % of requests to {service.Title} take longer than {latency.TotalMilliseconds:0} ms.",
                    source.Slowest, source.InMilliseconds ? latency.TotalMilliseconds : latency.TotalSeconds, 3, [.. source.Latencies]);
            }

            if (limits.RequestCount is { } count)
            {
                // Busy is not broken: this one tells people and leaves deployments alone.
                all.Add(MetricAlarm.Create(stack, "RequestCount", $"{service.Title} gets more than {count} requests per minute.",
                    source.RequestSum, count, 3, source.Requests));
            }
        }

        if (limits.UnhealthyTasks && balanced is not null)
        {
            Rollback("UnhealthyHosts", $"Tasks of {service.Title} fail the load balancer's health check.",
                RequestMetrics.Sum("u", balanced.TargetGroups.Count), 0, 3 + GraceMinutes(service), [.. RequestMetrics.Unhealthy(balanced)]);
        }

        if (limits.UnhealthyTasks)
        {
            // Of a service without a single task Container Insights tells nothing at all, not even how many are wanted.
            all.Add(MetricAlarm.Create(stack, "MissingTasks", $"Fewer tasks of {service.Title} run than should, for ten minutes.",
                $"FILL(desired, {Least(service)}) - FILL(running, 0)", 0, 10,
                [TaskMetric(stack, "desired", "DesiredTaskCount", service.Name), TaskMetric(stack, "running", "RunningTaskCount", service.Name)]));
            if (service is WorkerServicePlan { Scale.Min: 0 } worker)
            {
                // At zero nobody can tell a worker that rests from one that cannot start, but by what waits for it.
                var queue = stack.Names.Queue(stack.Plan.Queues.First(queue => queue.Name == worker.Queue));
                all.Add(MetricAlarm.Create(stack, "NoTasks", $"Messages wait for {service.Title}, and no task has run for ten minutes.",
                    "IF(FILL(running, 0) < 1, FILL(waiting, 0), 0)", 0, 10,
                    [
                        TaskMetric(stack, "running", "RunningTaskCount", service.Name),
                        MetricAlarm.Metric("waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", ("QueueName", queue)),
                    ]));
            }
        }

        NightMute.Add(stack, all);
        return names;

        void Rollback(string id, string description, string expression, double threshold, int minutes, Query[] metrics)
        {
            var alarm = MetricAlarm.Create(stack, id, description, expression, threshold, minutes, metrics);
            all.Add(alarm);
            names.Add(alarm.Ref);
        }
    }

    /// <summary>The tasks that run at any time of a waking day: none where a schedule may send them home.</summary>
    private static int Least(ContainerServicePlan service) => service is ScaledServicePlan { Scale: var scale }
        ? scale.Schedules.Select(schedule => schedule.Min).Append(scale.Min).Min()
        : 0;

    // Tasks are let off the health check for so long after their start, and a deployment that starts slowly is none that fails.
    private static int GraceMinutes(ContainerServicePlan service) => service switch
    {
        WebServicePlan web => (int)Math.Ceiling(web.Health.GracePeriod.TotalMinutes),
        InternalServicePlan inner => (int)Math.Ceiling(inner.Health.GracePeriod.TotalMinutes),
        _ => 0,
    };

    private static bool IsAlone(AppPlan plan, ContainerServicePlan service) => service is WebServicePlan
        ? plan.Services.Count(other => other is WebServicePlan) == 1
        : plan.Services.Count(other => other is InternalServicePlan { LoadBalancer: true }) == 1;

    public static Query TaskMetric(LandfallStack stack, string id, string metric, string service) =>
        MetricAlarm.Metric(id, "ECS/ContainerInsights", metric, "Average", ("ClusterName", stack.Names.Cluster), ("ServiceName", service));
}
