namespace Landfall.Hooks.Rollouts;

/// <summary>A task that checks by its exit code.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Definition">The ARN of its task definition.</param>
/// <param name="Container">The container whose exit code counts.</param>
/// <param name="Command">The command in place of the container's own; null for its own.</param>
/// <param name="Logs">What the names of its log streams begin with.</param>
internal sealed record TaskDetails(string Title, string Definition, string Container, IReadOnlyList<string>? Command, string Logs);
