using Landfall.AIOps.RootCause;

namespace Landfall.Evaluation.RootCause;

/// <summary>The answer for one case beside the truth.</summary>
/// <param name="Id">The case, for example <c>low_traffic/test/issue_3</c>.</param>
/// <param name="Truth">The true cause, or null where there is no incident.</param>
/// <param name="TrueKind">The kind of fault that was injected, where the data names one.</param>
/// <param name="Report">The analyser's answer.</param>
/// <param name="Group">What rows are averaged over, for example the fault type.</param>
internal sealed record RankedCase(string Id, string? Truth, string? TrueKind, RootCauseReport Report, string Group = "")
{
    /// <summary>The place of the true cause in the answer, counted from 1; 0 when it is not there.</summary>
    public int Rank { get; } = Report.Candidates.Select(c => c.Node).ToList().IndexOf(Truth ?? "") + 1;

    /// <summary>Whether the true cause is among the first <paramref name="k"/>.</summary>
    public bool Within(int k) => Rank >= 1 && Rank <= k;
}
