using Landfall.Aws.CloudFormation;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Status;

/// <summary>How a service is.</summary>
/// <param name="Service">Its name in the file.</param>
/// <param name="Type">What it is: <c>web</c>, <c>internal</c>, <c>worker</c> or <c>loadTest</c>.</param>
/// <param name="Health">What is to be thought of it.</param>
/// <param name="Desired">How many tasks are wanted.</param>
/// <param name="Running">How many run.</param>
/// <param name="Pending">How many are on their way.</param>
/// <param name="Containers">How the containers of its tasks are.</param>
/// <param name="Targets">How the load balancer finds its tasks; null where it is behind none.</param>
/// <param name="Rollout">The rollout that is at work, or that failed last; null where there is none.</param>
/// <param name="Image">The image of its main container, as its tasks run it; null where none runs.</param>
/// <param name="Stack">The status of its stack; null where there is none.</param>
/// <param name="Changed">When its stack was last changed.</param>
/// <param name="Stopped">Its tasks that have ended in the last hour or so, by reason.</param>
internal sealed record ServiceStatus(
    string Service,
    string Type,
    ServiceHealth Health,
    int Desired,
    int Running,
    int Pending,
    IReadOnlyList<ContainerState> Containers,
    TargetState? Targets,
    RolloutState? Rollout,
    string? Image,
    string? Stack,
    DateTimeOffset? Changed,
    IReadOnlyList<StoppedGroup> Stopped)
{
    /// <summary>The last change that brought something new to it; null where the audit trail does not say.</summary>
    public LastRelease? Released { get; init; }

    /// <summary>Finds out how a service is.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="service">The service.</param>
    /// <param name="facts">What AWS says of it; null where that could not be read.</param>
    /// <param name="stack">Its stack; null where there is none.</param>
    /// <param name="published">The environment's parameters, with what has been released.</param>
    /// <returns>How it is.</returns>
    public static ServiceStatus Of(
        AppPlan plan, ContainerServicePlan service, ServiceFacts? facts, Stack? stack, IReadOnlyDictionary<string, string> published)
    {
        var type = service switch { WebServicePlan => "web", InternalServicePlan => "internal", WorkerServicePlan => "worker", _ => "loadTest" };
        if (facts?.Service is not { } running)
            return new ServiceStatus(service.Title, type, facts is null ? ServiceHealth.Unknown : ServiceHealth.Absent, 0, 0, 0, [], null, null, null, stack?.Status, stack?.Updated, []);
        var containers = ContainerState.Of(facts.Tasks);
        var stopped = StoppedGroup.Of(facts.Stopped);
        var targets = facts.Targets is null ? null : TargetState.Of(facts.Targets);
        var rollout = RolloutState.Of(running, facts.Rollout);
        var health = service.Image.Released && published.GetValueOrDefault(plan.AwsNames.ImageParameter(service.Name)) == AwsNames.NoImage
            ? ServiceHealth.NoImage
            : ServiceVerdict.Of(running, containers, targets, stopped, rollout);
        return new ServiceStatus(
            service.Title,
            type,
            health,
            running.DesiredCount,
            running.RunningCount,
            running.PendingCount,
            containers,
            targets,
            rollout,
            facts.Tasks.OrderByDescending(t => t.Created).SelectMany(t => t.Containers).FirstOrDefault(c => c.Image.Length > 0)?.Image,
            stack?.Status,
            stack?.Updated,
            stopped);
    }
}
