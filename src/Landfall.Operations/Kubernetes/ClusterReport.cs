namespace Landfall.Operations.Kubernetes;

/// <summary>What is wrong in a cluster.</summary>
/// <param name="Source">What was looked at: a folder, or the address of the API server.</param>
/// <param name="Answers">The causes, the likeliest first; none where nothing was found.</param>
/// <param name="Unread">What could not be read, so that nothing is said of it.</param>
internal sealed record ClusterReport(string Source, IReadOnlyList<ClusterAnswer> Answers, IReadOnlyList<string> Unread);
