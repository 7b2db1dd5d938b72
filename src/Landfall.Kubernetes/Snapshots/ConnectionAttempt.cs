namespace Landfall.Kubernetes.Snapshots;

/// <summary>An attempt to connect to a service from inside the cluster.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Port">The port that was dialled.</param>
/// <param name="FromNode">The node from which it was tried, or null where that is not known.</param>
/// <param name="Succeeded">Whether a connection came about.</param>
internal sealed record ConnectionAttempt(string Service, int Port, string? FromNode, bool Succeeded);
