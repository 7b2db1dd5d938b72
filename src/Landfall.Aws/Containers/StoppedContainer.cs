namespace Landfall.Aws.Containers;

/// <summary>How a container ended.</summary>
/// <param name="Name">Its name in the task definition.</param>
/// <param name="ExitCode">Its exit code; null when it never ran.</param>
/// <param name="Reason">ECS's or the container engine's reason, for example <c>CannotPullContainerError: …</c>; null when there is none.</param>
public sealed record StoppedContainer(string Name, int? ExitCode, string? Reason);
