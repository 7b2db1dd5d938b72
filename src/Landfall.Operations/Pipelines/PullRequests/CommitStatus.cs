namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>What stands beside a commit.</summary>
/// <param name="Name">Whose it is: the next one of this name takes its place.</param>
/// <param name="Succeeded">False where AWS would refuse the change.</param>
/// <param name="Description">What would change, in a line.</param>
/// <param name="Url">Where there is more, or null.</param>
internal sealed record CommitStatus(string Name, bool Succeeded, string Description, string? Url);
