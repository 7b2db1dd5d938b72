using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Edge;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Traffic;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// A service's alarms. What ends when the fault ends is part of <see cref="FaultAlarm"/>, so that a fault calls people once;
/// what only warns, or lasts until somebody has looked, calls them itself.
/// </summary>
internal sealed class ServiceAlarms
{
    private readonly LandfallStack _stack;
    private readonly ContainerServicePlan _service;
    private readonly AlarmPlan _limits;
    private readonly List<string> _rollback = [];
    private readonly List<string> _parts = [];
    private readonly List<CfnAlarm> _calling = [];

    private ServiceAlarms(LandfallStack stack, ContainerServicePlan service, AlarmPlan limits) =>
        (_stack, _service, _limits) = (stack, service, limits);

    /// <summary>Adds them. The returned ones also roll a running deployment back.</summary>
    public static IReadOnlyList<string> Add(LandfallStack stack, ContainerServicePlan service, AlarmPlan limits, Balanced? balanced)
    {
        var alarms = new ServiceAlarms(stack, service, limits);
        var source = RequestSource.Of(stack, service, balanced);
        if (source is not null)
        {
            alarms.AddRequests(source);
        }

        alarms.AddTasks(balanced);
        if (service is WorkerServicePlan worker)
        {
            alarms.AddQueue(worker);
        }

        if (source is { IsAlone: true } && alarms._parts.Count > 0)
        {
            // The edge is deployed first, and its alarm calls nobody then.
            alarms._parts.Add(EdgeStack.RefusalAlarm(stack.Plan, service is WebServicePlan));
        }

        var fault = FaultAlarm.Add(stack, service.Title, alarms._parts);
        var promises = limits.Slo is { } slo && source is not null ? SloAlarms.Add(stack, service.Title, slo, source, fault?.Ref) : [];
        NightMute.Add(stack, alarms._calling, [.. new[] { fault }.OfType<CfnCompositeAlarm>(), .. promises], Schedules(service));
        return alarms._rollback;
    }

    /// <summary>True for a service whose fault is an alarm.</summary>
    public static bool HasFault(ScaledServicePlan service) =>
        service.Alarms is { UnhealthyTasks: true } or { Crashes: > 0 } or { ErrorRatePercent: not null } or { LatencyP99: not null }
        || service.Alarms.QueueAge > TimeSpan.Zero;

    /// <summary>A metric of a service's tasks.</summary>
    public static Query TaskMetric(LandfallStack stack, string id, string metric, string service) =>
        MetricAlarm.Metric(id, "ECS/ContainerInsights", metric, "Average", ("ClusterName", stack.Names.Cluster), ("ServiceName", service));

    private void AddRequests(RequestSource source)
    {
        var seen = source.Over(TimeSpan.FromMinutes(1));
        if (_limits.ErrorRatePercent is { } rate)
        {
            Rollback("ErrorRate", Runbooks.ErrorRate, $"More than {rate:0.##} % of the answers of {_service.Title} are 5xx.",
                seen.ErrorRate, rate, 3, [.. seen.Requests, .. seen.Errors, .. seen.Refused]);
        }

        if (_limits.LatencyP99 is { } latency)
        {
            Rollback("LatencyP99", Runbooks.Latency, $"The slowest 1 % of requests to {_service.Title} take longer than {latency.TotalMilliseconds:0} ms.",
                seen.Slowest, seen.InMilliseconds ? latency.TotalMilliseconds : latency.TotalSeconds, 3, [.. seen.Latencies]);
        }

        if (_limits.RequestCount is { } count)
        {
            // Busy is not broken: this one tells people and leaves deployments alone.
            _calling.Add(MetricAlarm.Create(_stack, "RequestCount", Runbooks.RequestCount, $"{_service.Title} gets more than {count} requests per minute.",
                seen.RequestSum, count, 3, seen.Requests));
        }

        _calling.AddRange(_limits.Anomalies.Select(signal => AnomalyAlarms.Add(_stack, _service.Title, signal, source.Over(AnomalyAlarms.Period))));
    }

    private void AddTasks(Balanced? balanced)
    {
        if (_limits.UnhealthyTasks && balanced is not null)
        {
            Rollback("UnhealthyHosts", Runbooks.Unhealthy, $"Tasks of {_service.Title} fail the load balancer's health check.",
                RequestMetrics.Sum("u", balanced.TargetGroups.Count), 0, 3 + GraceMinutes(_service), [.. RequestMetrics.Unhealthy(balanced)]);
        }

        if (_limits.UnhealthyTasks)
        {
            // Of a service without a single task Container Insights tells nothing at all, not even how many are wanted.
            Part(MetricAlarm.Silent(_stack, "MissingTasks", Runbooks.MissingTasks, $"Fewer tasks of {_service.Title} run than should, for ten minutes.",
                $"FILL(desired, {Least(_service)}) - FILL(running, 0)", 0, 10,
                [TaskMetric(_stack, "desired", "DesiredTaskCount", _service.Name), TaskMetric(_stack, "running", "RunningTaskCount", _service.Name)]));
        }

        if (_limits.Crashes > 0)
        {
            Part(Crashes.Alarm(_stack, _service.Name, _service.Title, _limits.Crashes));
        }

        if (_service is ScaledServicePlan)
        {
            FailedDeployment.Alarm(_stack, _service.Name, _service.Title);
        }

        if (_limits.SaturationPercent > 0)
        {
            _calling.Add(Saturation.Alarm(_stack, _service, _limits.SaturationPercent));
        }
    }

    private void AddQueue(WorkerServicePlan worker)
    {
        var queue = _stack.Names.Queue(_stack.Plan.Queues.First(queue => queue.Name == worker.Queue));
        if (_limits.UnhealthyTasks && worker.Scale.Min == 0)
        {
            // At zero nobody can tell a worker that rests from one that cannot start, but by what waits for it.
            Part(MetricAlarm.Silent(_stack, "NoTasks", Runbooks.MissingTasks, $"Messages wait for {worker.Title}, and no task has run for ten minutes.",
                "IF(FILL(running, 0) < 1, FILL(waiting, 0), 0)", 0, 10,
                [TaskMetric(_stack, "running", "RunningTaskCount", worker.Name), OfQueue("waiting", "ApproximateNumberOfMessagesVisible")]));
        }

        if (_limits.QueueAge > TimeSpan.Zero)
        {
            Part(MetricAlarm.Silent(_stack, "QueueAge", Runbooks.QueueAge, $"A message has waited for {worker.Title} for more than {_limits.QueueAge.TotalMinutes:0.#} minutes.",
                "FILL(age, 0)", _limits.QueueAge.TotalSeconds, 3, [OfQueue("age", "ApproximateAgeOfOldestMessage")]));
        }

        Query OfQueue(string id, string metric) => MetricAlarm.Metric(id, "AWS/SQS", metric, "Maximum", ("QueueName", queue));
    }

    private void Part(CfnAlarm alarm) => _parts.Add(alarm.Ref);

    private void Rollback(string id, Runbook runbook, string description, string expression, double threshold, int minutes, Query[] metrics)
    {
        var alarm = MetricAlarm.Silent(_stack, id, runbook, description, expression, threshold, minutes, metrics);
        Part(alarm);
        _rollback.Add(alarm.Ref);
    }

    private static IReadOnlyList<ScaleSchedulePlan> Schedules(ContainerServicePlan service) =>
        service is ScaledServicePlan { Scale.Schedules: var schedules } ? schedules : [];

    /// <summary>The tasks that run at any time of a waking day: none where a schedule sends them home and nobody knows until when.</summary>
    private static int Least(ContainerServicePlan service)
    {
        var isSilent = ScheduledAbsence.Of(Schedules(service)).Count > 0;
        return service is ScaledServicePlan { Scale: var scale }
            ? scale.Schedules.Where(schedule => !isSilent || schedule.Max > 0).Select(schedule => schedule.Min).Append(scale.Min).Min()
            : 0;
    }

    // Tasks are let off the health check for so long after their start, and a deployment that starts slowly is none that fails.
    private static int GraceMinutes(ContainerServicePlan service) => service switch
    {
        WebServicePlan web => (int)Math.Ceiling(web.Health.GracePeriod.TotalMinutes),
        InternalServicePlan inner => (int)Math.Ceiling(inner.Health.GracePeriod.TotalMinutes),
        _ => 0,
    };
}
