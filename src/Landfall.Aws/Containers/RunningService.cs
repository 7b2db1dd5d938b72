namespace Landfall.Aws.Containers;

/// <summary>A service of ECS.</summary>
/// <param name="TaskDefinition">The ARN of the task definition that it is to run.</param>
/// <param name="TargetGroups">The ARNs of the target groups that its tasks are in.</param>
public sealed record RunningService(string TaskDefinition, IReadOnlyList<string> TargetGroups)
{
    /// <summary>How many tasks it is to run.</summary>
    public int DesiredCount { get; init; }

    /// <summary>How many of its tasks run.</summary>
    public int RunningCount { get; init; }
}
