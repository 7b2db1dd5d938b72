namespace Landfall.Aws.Containers;

/// <summary>A task that runs or has run.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="TaskDefinition">The ARN of the task definition that it runs.</param>
/// <param name="End">How it ended; null while it has not.</param>
public sealed record OneTask(string Arn, string TaskDefinition, StoppedTask? End)
{
    /// <summary>For example <c>PENDING</c>, <c>RUNNING</c> or <c>STOPPED</c>.</summary>
    public string Status { get; init; } = "";
}
