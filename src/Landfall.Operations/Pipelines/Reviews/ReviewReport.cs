using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>What a model says about a change. It approves nothing.</summary>
/// <param name="Outcome">What became of the comment; null where there is no pull request to write on.</param>
/// <param name="Commit">The commit with the change.</param>
/// <param name="Findings">What it finds, the worst first.</param>
/// <param name="Dropped">How many of its findings were dropped, because they are of no line of the change or of no known form.</param>
/// <param name="Files">The files that it was shown.</param>
/// <param name="LeftOut">The files that it was not shown.</param>
/// <param name="Masked">How many lines were shown with something hidden.</param>
/// <param name="Use">What it took; null where no model was asked.</param>
/// <param name="Failed">True where a finding is as severe as <c>--fail-on</c> says, or more.</param>
/// <param name="Comment">The comment's Markdown; empty where no model was asked.</param>
/// <param name="Shown">With <c>--dry-run</c>: what would be sent.</param>
internal sealed record ReviewReport(
    PullOutcome? Outcome,
    string Commit,
    IReadOnlyList<ReviewFinding> Findings,
    int Dropped,
    IReadOnlyList<string> Files,
    IReadOnlyList<LeftOutFile> LeftOut,
    int Masked,
    ReviewUse? Use,
    bool Failed,
    string Comment,
    string? Shown = null);
