namespace Landfall.Hooks.Rollouts;

/// <summary>Which check a hook is for, and, from the second call on, how far it has come: ECS hands it back.</summary>
/// <param name="File">The check file, as the service's file calls it; null where the check is a task.</param>
/// <param name="TimeoutSeconds">How long the check may take, from its first call on.</param>
/// <param name="Began">When it was called first, in seconds since 1970.</param>
/// <param name="Tries">How often it has failed; of a task, how often ECS started none.</param>
internal sealed record HookDetails(string? File, int TimeoutSeconds, long? Began, int? Tries)
{
    /// <summary>The task that checks; null where the check is a file.</summary>
    public TaskDetails? Task { get; init; }

    /// <summary>The ARN of the task, once it was started.</summary>
    public string? Running { get; init; }

    /// <summary>What the check is called.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => File ?? Task?.Title ?? "";
}
