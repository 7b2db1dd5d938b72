namespace Landfall.Kubernetes.Snapshots;

/// <summary>A program that makes a machine a node, as its service manager sees it.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Name">The unit without its ending, such as <c>kubelet</c>.</param>
/// <param name="IsActive">Whether it runs.</param>
/// <param name="State">The manager's own words, such as <c>inactive (dead)</c>.</param>
internal sealed record NodeService(string Node, string Name, bool IsActive, string State);
