namespace Landfall.Config.Plan;

/// <summary>A task that runs once before a new version of a service takes over.</summary>
/// <param name="Command">The command in place of the image's own.</param>
/// <param name="Timeout">Time after which the task is stopped and the deployment fails.</param>
public sealed record ReleasePlan(IReadOnlyList<string> Command, TimeSpan Timeout);
