namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>A pull request as its service knows it.</summary>
/// <param name="Commit">The commit that it has now; Bitbucket gives its first characters.</param>
/// <param name="IsOpen">True until it is merged or closed.</param>
/// <param name="IsFork">True when its commits are in another repository.</param>
internal sealed record PullRequest(string Commit, bool IsOpen, bool IsFork);
