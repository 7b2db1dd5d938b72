namespace Landfall.Operations.Kubernetes;

/// <summary>What puts a cause right.</summary>
/// <param name="Summary">In words.</param>
/// <param name="Commands">As commands for kubectl, in their order.</param>
internal sealed record ClusterRemedy(string Summary, IReadOnlyList<string> Commands);
