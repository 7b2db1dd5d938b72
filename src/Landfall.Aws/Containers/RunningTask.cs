namespace Landfall.Aws.Containers;

/// <summary>A task that has not ended.</summary>
/// <param name="Arn">Its ARN; the last part is its id.</param>
/// <param name="Group">What started it, for example <c>service:api</c>.</param>
/// <param name="TaskDefinition">The ARN of the task definition that it runs.</param>
/// <param name="Status">For example <c>PROVISIONING</c> or <c>RUNNING</c>.</param>
/// <param name="Health"><c>HEALTHY</c>, <c>UNHEALTHY</c>, or <c>UNKNOWN</c>, also where no container has a check of its own.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Containers">Its containers.</param>
public sealed record RunningTask(
    string Arn, string Group, string TaskDefinition, string Status, string Health, DateTimeOffset Created, IReadOnlyList<RunningContainer> Containers)
{
    /// <summary>True where it was started to take sessions (ECS Exec).</summary>
    public bool TakesSessions { get; init; }

    /// <summary>The name of the availability zone that it runs in; empty until that is known.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Its id.</summary>
    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];
}
