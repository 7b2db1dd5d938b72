namespace Landfall.Aws.Containers;

/// <summary>A task that ended.</summary>
/// <param name="Arn">Its ARN; the last part is its id.</param>
/// <param name="TaskDefinition">The ARN of the task definition that it ran.</param>
/// <param name="Group">What started it, for example <c>service:api</c>.</param>
/// <param name="StopCode">ECS's code, for example <c>TaskFailedToStart</c>; empty when there is none.</param>
/// <param name="Reason">ECS's reason.</param>
/// <param name="Created">When it was started.</param>
/// <param name="Containers">How its containers ended.</param>
public sealed record StoppedTask(
    string Arn, string TaskDefinition, string Group, string StopCode, string Reason, DateTimeOffset Created, IReadOnlyList<StoppedContainer> Containers)
{
    /// <summary>When it ended; null where ECS does not say.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Its id.</summary>
    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];
}
