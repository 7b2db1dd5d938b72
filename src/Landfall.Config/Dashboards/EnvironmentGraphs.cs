using Landfall.Config.Plan;

namespace Landfall.Config.Dashboards;

/// <summary>What is to be seen of an environment, of all that has its name from the plan.</summary>
/// <param name="plan">The environment.</param>
/// <param name="stateMachine">Gives the ARN of a state machine.</param>
internal sealed class EnvironmentGraphs(AppPlan plan, Func<string, string> stateMachine)
{
    /// <summary>The graphs, in their order.</summary>
    public IEnumerable<Graph> All() => [.. Tasks(), .. Jobs(), .. Queues(), .. Tables()];

    private IEnumerable<Graph> Tasks()
    {
        var running = plan.Services.OfType<ScaledServicePlan>().ToArray();
        return running.Length == 0 ? [] :
        [
            new("Tasks", GraphUnit.Count, [.. running.Select(service => Service(service, "ECS/ContainerInsights", "RunningTaskCount"))]),
            new("CPU (%)", GraphUnit.Percent, [.. running.Select(service => Service(service, "AWS/ECS", "CPUUtilization"))]),
            new("Memory (%)", GraphUnit.Percent, [.. running.Select(service => Service(service, "AWS/ECS", "MemoryUtilization"))]),
            new("Deployments (more than one: under way)", GraphUnit.Count, [.. running.Select(service => Service(service, "ECS/ContainerInsights", "DeploymentCount"))]),
        ];
    }

    private IEnumerable<Graph> Jobs()
    {
        var jobs = plan.Services.OfType<JobServicePlan>().ToArray();
        return jobs.Length == 0 ? [] :
        [
            new("Runs of jobs", GraphUnit.Count, [.. jobs.Select(job => Run(job.Title, "ExecutionsStarted", "Sum", job))]),
            new("Failed runs", GraphUnit.Count, [.. jobs.SelectMany(job => new[] { Run(job.Title, "ExecutionsFailed", "Sum", job), Run($"{job.Title} too long", "ExecutionsTimedOut", "Sum", job) })]),
            new("Longest run (ms)", GraphUnit.Milliseconds, [.. jobs.Select(job => Run(job.Title, "ExecutionTime", "Maximum", job))]),
        ];
    }

    private IEnumerable<Graph> Queues() => plan.Queues.Count == 0 ? [] :
    [
        new("Messages that wait", GraphUnit.Count, [.. plan.Queues.Select(queue => Queue(queue, "ApproximateNumberOfMessagesVisible", plan.AwsNames.Queue(queue.Name, queue.Fifo)))]),
        new("Oldest message (s)", GraphUnit.Seconds, [.. plan.Queues.Select(queue => Queue(queue, "ApproximateAgeOfOldestMessage", plan.AwsNames.Queue(queue.Name, queue.Fifo)))]),
        new("Dead letters", GraphUnit.Count, [.. plan.Queues.Select(queue => Queue(queue, "ApproximateNumberOfMessagesVisible", plan.AwsNames.DeadLetterQueue(queue.Name, queue.Fifo)))]),
    ];

    private IEnumerable<Graph> Tables() => plan.Tables.Count == 0 ? [] :
    [
        new("Throttled", GraphUnit.Count, [.. plan.Tables.SelectMany(table => new[] { Table(table, "reads", "ReadThrottleEvents"), Table(table, "writes", "WriteThrottleEvents") })]),
    ];

    private GraphLine Service(ScaledServicePlan service, string space, string metric) =>
        new(service.Title, space, metric, "Average", ("ClusterName", plan.AwsNames.Cluster), ("ServiceName", service.Name));

    /// <summary>A metric of a job's runs (AWS Step Functions Developer Guide, "Execution metrics"; times are in milliseconds).</summary>
    private GraphLine Run(string label, string metric, string statistic, JobServicePlan job) =>
        new(label, "AWS/States", metric, statistic, ("StateMachineArn", stateMachine(plan.AwsNames.Job(job.Name))));

    private static GraphLine Queue(QueuePlan queue, string metric, string name) => new(queue.Title, "AWS/SQS", metric, "Maximum", ("QueueName", name));

    private GraphLine Table(TablePlan table, string label, string metric) =>
        new($"{table.Title} {label}", "AWS/DynamoDB", metric, "Sum", ("TableName", plan.AwsNames.Table(table)));
}
