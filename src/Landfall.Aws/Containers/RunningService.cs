namespace Landfall.Aws.Containers;

/// <summary>A service of ECS.</summary>
/// <param name="TaskDefinition">The ARN of the task definition that it is to run.</param>
/// <param name="TargetGroups">The ARNs of the target groups that its tasks are in.</param>
public sealed record RunningService(string TaskDefinition, IReadOnlyList<string> TargetGroups)
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many tasks it is to run.</summary>
    public int DesiredCount { get; init; }

    /// <summary>How many of its tasks run.</summary>
    public int RunningCount { get; init; }

    /// <summary>How many of its tasks are about to run.</summary>
    public int PendingCount { get; init; }

    /// <summary>The versions of it that have tasks, the newest first; more than one while it is rolled out.</summary>
    public IReadOnlyList<ServiceVersion> Versions { get; init; } = [];

    /// <summary>What ECS has noted of it, up to a hundred, the last first.</summary>
    public IReadOnlyList<ServiceEvent> Events { get; init; } = [];

    /// <summary>The ARN of the service deployment that ECS is at; null when ECS names none.</summary>
    public string? CurrentRollout { get; init; }

    /// <summary>The subnets that its tasks run in.</summary>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>The security groups of its tasks.</summary>
    public IReadOnlyList<string> SecurityGroups { get; init; } = [];
}
