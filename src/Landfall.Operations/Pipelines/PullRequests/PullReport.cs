namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>What was reported of a pull request's change.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Status">What stands beside the commit.</param>
/// <param name="Succeeded">False where AWS would refuse the change.</param>
/// <param name="Comment">The comment's Markdown.</param>
internal sealed record PullReport(PullOutcome Outcome, string Status, bool Succeeded, string Comment);
