namespace Landfall.Aws.Containers;

/// <summary>A container of a task that has not ended.</summary>
/// <param name="Name">Its name in the task definition.</param>
/// <param name="Status">For example <c>PENDING</c> or <c>RUNNING</c>.</param>
/// <param name="Health"><c>HEALTHY</c>, <c>UNHEALTHY</c>, or <c>UNKNOWN</c>, also where it has no check of its own.</param>
public sealed record RunningContainer(string Name, string Status, string Health)
{
    /// <summary>Its image; empty where ECS does not say.</summary>
    public string Image { get; init; } = "";

    /// <summary>What it is called where it runs; empty where ECS does not say.</summary>
    public string RuntimeId { get; init; } = "";

    /// <summary>The state of the agent that takes sessions, for example <c>PENDING</c> or <c>RUNNING</c>; null where it has none.</summary>
    public string? SessionAgent { get; init; }
}
