using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.ApplicationAutoScaling.CfnScalingPolicy;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Scaling;

/// <summary>Scales a worker by its queue: from zero tasks up, with the load, and back to zero.</summary>
/// <remarks>
/// Three movements. <b>Wake</b>: no task is wanted and messages wait, so start one; target tracking and steps cannot be
/// relied on at zero, where the backlog per task has no value. <b>Follow</b>: backlog per task, or steps. <b>Sleep</b>:
/// nothing waits and nothing is in flight for ten minutes, so go to the minimum.
/// </remarks>
internal static class WorkerScaling
{
    public static void Add(LandfallStack stack, WorkerServicePlan worker, string target)
    {
        var queue = stack.Names.Queue(stack.Plan.Queues.First(queue => queue.Name == worker.Queue));
        var waiting = Waiting("waiting", "ApproximateNumberOfMessagesVisible");
        var flying = Waiting("flying", "ApproximateNumberOfMessagesNotVisible");
        var desired = ServiceAlarms.TaskMetric(stack, "desired", "DesiredTaskCount", worker.Name);
        var scale = worker.Scale;
        if (scale.Min == 0)
        {
            var wake = Policies.Step(stack, worker.Name, "Wake", target, "ChangeInCapacity", 60, Step(0, null, 1));
            MetricAlarm.Trigger(stack, "Wake", "Messages wait and no task is wanted.",
                "IF(FILL(desired, 0) < 1, FILL(waiting, 0), 0)", 0, 1, [waiting, desired], wake);
        }

        if (scale.Backlog is { } backlog)
        {
            Policies.Track(stack, worker.Name, "Backlog", target, Backlog(stack, worker.Name, queue, backlog, IsLong(stack.Plan, worker)));
        }

        if (scale.Steps.Count > 0)
        {
            AddSteps(stack, worker, target, waiting, flying, desired);
        }

        if (scale.Backlog is not null || scale.Steps.Count > 0)
        {
            var sleep = Policies.Step(stack, worker.Name, "Sleep", target, "ExactCapacity", 60, Step(null, 0, scale.Min));
            MetricAlarm.Trigger(stack, "Sleep", "The queue is empty and nothing is in work.",
                "FILL(waiting, 0) + FILL(flying, 0)", 0, 10, [waiting, flying], sleep, "LessThanOrEqualToThreshold");
        }

        Query Waiting(string id, string metric) => MetricAlarm.Metric(id, "AWS/SQS", metric, "Maximum", ("QueueName", queue));
    }

    /// <summary>
    /// Messages per running task. A message in work counts as one waiting, so that the last task is not stopped in the
    /// middle of it; at zero tasks it is the number of messages.
    /// </summary>
    public static TargetTrackingScalingPolicyConfigurationProperty Backlog(LandfallStack stack, string worker, string queue, int target, bool keepsTasks) =>
        TrackingPolicy.Custom(
            target,
            keepsTasks,
            "(FILL(waiting, 0) + IF(FILL(flying, 0) > 0, 1, 0)) / IF(FILL(running, 0) > 0, FILL(running, 0), 1)",
            TrackingPolicy.Metric("waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", ("QueueName", queue)),
            TrackingPolicy.Metric("flying", "AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "Maximum", ("QueueName", queue)),
            TrackingPolicy.Metric("running", "ECS/ContainerInsights", "RunningTaskCount", "Average",
                ("ClusterName", stack.Names.Cluster), ("ServiceName", worker)));

    /// <summary>
    /// True for work that may take longer than a task has to stop: ECS chooses the task that goes, so none goes while messages
    /// are in work. A program that protects its task itself (Amazon ECS Developer Guide, "task scale-in protection") may.
    /// </summary>
    public static bool IsLong(AppPlan plan, WorkerServicePlan worker) =>
        worker.Task.StopTimeout < plan.Queues.First(queue => queue.Name == worker.Queue).Visibility;

    /// <summary>Step adjustments relative to the alarm's threshold, which is the lowest step's number.</summary>
    public static object[] Steps(IReadOnlyList<ScaleStepPlan> steps)
    {
        var ordered = steps.OrderBy(step => step.Above).ToArray();
        return [.. ordered.Select((step, index) => Step(
            step.Above - ordered[0].Above,
            index + 1 < ordered.Length ? ordered[index + 1].Above - ordered[0].Above : null,
            step.Add))];
    }

    private static void AddSteps(LandfallStack stack, WorkerServicePlan worker, string target, Query waiting, Query flying, Query desired)
    {
        var first = worker.Scale.Steps.Min(step => step.Above);
        var outwards = Policies.Step(stack, worker.Name, "Out", target, "ChangeInCapacity", 60, Steps(worker.Scale.Steps));
        MetricAlarm.Trigger(stack, "Busy", $"At least {first} messages wait.",
            "FILL(waiting, 0)", first, 1, [waiting], outwards, "GreaterThanOrEqualToThreshold");

        // Down one by one while fewer wait than the first step asks for; the last task stays until the queue is empty.
        var least = Math.Max(worker.Scale.Min, 1);
        var keeps = IsLong(stack.Plan, worker);
        var back = Policies.Step(stack, worker.Name, "In", target, "ChangeInCapacity", 60, Step(0, null, -1));
        MetricAlarm.Trigger(stack, "Quiet", $"Fewer than {first} messages wait.",
            $"IF(FILL(waiting, 0) < {first} AND FILL(desired, 0) > {least}{(keeps ? " AND FILL(flying, 0) < 1" : "")}, 1, 0)", 0, 10,
            keeps ? [waiting, desired, flying] : [waiting, desired], back);
    }

    private static StepAdjustmentProperty Step(double? from, double? to, int change) => new()
    {
        MetricIntervalLowerBound = from,
        MetricIntervalUpperBound = to,
        ScalingAdjustment = change,
    };
}
