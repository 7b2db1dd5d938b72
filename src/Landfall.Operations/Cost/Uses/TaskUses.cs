using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>What services, jobs and functions use.</summary>
internal static class TaskUses
{
    public static IReadOnlyList<UseRule> Rules { get; } =
    [
        new("AWS::ECS::Service", Service),
        new("AWS::ECS::Cluster", Insights),
        new("AWS::StepFunctions::StateMachine", Job),
        new("AWS::Scheduler::Schedule", (schedule, _) => [new("scheduleMillion", "starts", (JobRuns.Of(Scalars.Text(schedule.Properties["ScheduleExpression"])) ?? Assumptions.JobRuns.Quantity) / 1_000_000)]),
        new("AWS::Lambda::Function", Function),
    ];

    private static IEnumerable<Use> Service(EvaluatedResource service, EstimatedResources all)
    {
        if (ServiceTasks.Of(service, all) is not { } tasks)
            return [new Use("tasks of an unknown size", "tasks", 1)];
        Use[] addresses = Scalars.Text(service.Properties["NetworkConfiguration"]?["AwsvpcConfiguration"]?["AssignPublicIp"]) == "ENABLED"
            ? [new("publicIpv4Hour", "addresses of tasks", tasks.Count * PriceTable.HoursOfAMonth)]
            : [];
        return [.. tasks.Uses(), .. addresses];
    }

    /// <summary>"Container Insights with enhanced observability" is paid for by the metric (Amazon CloudWatch pricing).</summary>
    private static IEnumerable<Use> Insights(EvaluatedResource cluster, EstimatedResources all) =>
        Scalars.Text((cluster.Properties["ClusterSettings"] as System.Text.Json.Nodes.JsonArray)?.FirstOrDefault(s => Scalars.Text(s?["Name"]) == "containerInsights")?["Value"]) is "enhanced"
            ? [new("insightsMetric", "Container Insights", Extent.Sum(ServiceTasks.In(all).Select(tasks => tasks.Count)) * Assumptions.InsightsMetrics.Quantity, Assumptions.InsightsMetrics)]
            : [];

    private static IEnumerable<Use> Job(EvaluatedResource machine, EstimatedResources all)
    {
        var schedule = all.Beside(machine, "AWS::Scheduler::Schedule");
        var runs = schedule is null ? null : JobRuns.Of(Scalars.Text(schedule.Properties["ScheduleExpression"]));
        var assumed = runs is null ? Assumptions.JobRuns : Assumptions.JobMinutes;
        runs ??= Assumptions.JobRuns.Quantity;
        yield return new("stateTransitionThousand", "state transitions", Extent.Of(runs.Value * Assumptions.JobTransitions.Quantity / 1000), Assumptions.JobTransitions);
        if (all.Beside(machine, TaskSize.Type) is not { } definition || TaskSize.Of(definition) is not { } size)
            yield break;
        var hours = Extent.Of(runs.Value * Assumptions.JobMinutes.Quantity / 60);
        var kind = size.Arm ? "Arm" : "";
        var way = Scalars.Texts(machine.Properties["DefinitionString"]).Any(text => text.Contains("\"FARGATE_SPOT\"", StringComparison.Ordinal)) ? "fargateSpot" : "fargate";
        yield return new($"{way}{kind}VcpuHour", "CPU of runs", hours * size.Vcpu, assumed);
        yield return new($"{way}{kind}GbHour", "memory of runs", hours * size.Gb, assumed);
    }

    private static IEnumerable<Use> Function(EvaluatedResource function, EstimatedResources all)
    {
        var arm = Scalars.Texts(function.Properties["Architectures"]).Contains("arm64");
        var gb = (Scalars.Decimal(function.Properties["MemorySize"]) ?? 128) / 1024;
        yield return new("functionRequestMillion", "invocations", Assumptions.LambdaRuns);
        yield return new(
            arm ? "functionArmGbSecond" : "functionGbSecond",
            "memory while it runs",
            Extent.Of(Assumptions.LambdaRuns.Quantity * 1_000_000 * Assumptions.LambdaSeconds.Quantity * gb),
            Assumptions.LambdaSeconds);
    }
}
