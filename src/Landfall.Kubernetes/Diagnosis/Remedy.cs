namespace Landfall.Kubernetes.Diagnosis;

/// <summary>What puts a cause right.</summary>
/// <param name="Summary">In words.</param>
/// <param name="Commands">As commands, in their order; none where the right value is not known from the snapshot.</param>
internal sealed record Remedy(string Summary, params IReadOnlyList<string> Commands);
