using System.Text.RegularExpressions;
using Landfall.Aws.Alarms;
using Landfall.Aws.Containers;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining;

/// <summary>What is known of a service that is to be explained.</summary>
internal sealed record ServiceCase
{
    /// <summary>The environment.</summary>
    public required AppPlan Plan { get; init; }

    /// <summary>The service.</summary>
    public required ContainerServicePlan Service { get; init; }

    /// <summary>How it is.</summary>
    public required ServiceStatus Status { get; init; }

    /// <summary>Whether CloudFormation said what it knows of its stack; otherwise that there is none is not known.</summary>
    public bool StackIsKnown { get; init; } = true;

    /// <summary>The same in ECS's words.</summary>
    public required ServiceFacts Facts { get; init; }

    /// <summary>Its alarms that have gone off.</summary>
    public IReadOnlyList<MetricAlarmState> Alarms { get; init; } = [];

    /// <summary>The last lines of its last task that failed, with the container before each.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];

    /// <summary>Why CloudFormation could not change its stack, the last reason first.</summary>
    public IReadOnlyList<string> StackReasons { get; init; } = [];

    /// <summary>Its last task that failed; null where none has.</summary>
    public StoppedTask? Failed => Facts.Stopped.FirstOrDefault(ServiceInspector.HasFailed);

    /// <summary>
    /// Why its last task failed, as ECS says it of the task and of its containers: ECS Developer Guide, "Amazon ECS stopped tasks
    /// error messages".
    /// </summary>
    public IEnumerable<string> Reasons =>
        Failed is { } task ? [.. new[] { task.Reason }.Concat(task.Containers.Select(c => c.Reason).OfType<string>()).Where(reason => reason.Length > 0)] : [];

    /// <summary>What ECS has noted of late, in its words; what came before its last steady state is over.</summary>
    public IEnumerable<string> Events => (Facts.Service?.Events ?? []).OrderByDescending(e => e.Time)
        .TakeWhile(e => !e.Message.Contains("has reached a steady state", StringComparison.Ordinal)).Select(e => e.Message);

    /// <summary>Finds what ECS says of the last task that failed.</summary>
    /// <param name="pattern">What is looked for.</param>
    /// <returns>The reasons that have it.</returns>
    public IReadOnlyList<string> Say(Regex pattern) => [.. Reasons.Where(reason => pattern.IsMatch(reason)).Distinct(StringComparer.Ordinal)];

    /// <summary>Finds what ECS has noted of late.</summary>
    /// <param name="pattern">What is looked for.</param>
    /// <returns>The last such events.</returns>
    public IReadOnlyList<string> Noted(Regex pattern) => [.. Events.Where(message => pattern.IsMatch(message)).Distinct(StringComparer.Ordinal).Take(3)];

    /// <summary>The port on which its load balancer asks; null for a service that has none.</summary>
    public int? Port => Service switch { WebServicePlan web => web.Port, InternalServicePlan inner => inner.Port, _ => null };

    /// <summary>Its load balancer's health check; null where it is behind none.</summary>
    public HealthCheckPlan? HealthCheck => Service switch
    {
        WebServicePlan web => web.Health,
        InternalServicePlan { LoadBalancer: true } inner => inner.Health,
        _ => null,
    };
}
