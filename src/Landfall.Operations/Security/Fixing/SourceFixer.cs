using Landfall.Operations.Editing;
using Landfall.Operations.Security.Dockerfiles;
using Landfall.Operations.Security.Suppressions;

namespace Landfall.Operations.Security.Fixing;

/// <summary>
/// Fixes what is found in a file, one finding after the other. Each edit is scanned before it is kept: the rule has to be silent
/// where it was not, no rule may find more than before, and the file has to be read as well as before.
/// </summary>
/// <param name="accepted">What the folder's suppression file accepts.</param>
/// <param name="today">The day.</param>
internal sealed class SourceFixer(IReadOnlyList<Suppression> accepted, DateOnly today)
{
    private readonly FileScan _scan = new();

    /// <summary>Fixes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The file as it is then, and what was fixed; null where nothing can be.</returns>
    public (SourceFile File, IReadOnlyList<FixedFinding> Fixed)? Fix(SourceFile file, CancellationToken stop)
    {
        var isTree = !Dockerfile.IsOne(file.Path);
        var (state, done, left) = (Look(file), new List<FixedFinding>(), new HashSet<(string, string)>());
        while (state.Open.FirstOrDefault(one => one.Spot.Edits.Count > 0 && !left.Contains((one.Finding.Rule, one.Finding.Resource))) is { Finding: { } finding } next)
        {
            stop.ThrowIfCancellationRequested();
            if (Editor.Apply(state.File.Text, next.Spot.Edits, isTree) is { } text && Look(state.File with { Text = text }) is var then && IsBetter(state, then, finding.Rule))
            {
                state = then;
                done.Add(new FixedFinding(finding.Rule, finding.Title, finding.Line, finding.Resource, FixNotes.Of(finding.Rule)));
            }
            else
            {
                left.Add((finding.Rule, finding.Resource));
            }
        }

        return done.Count == 0 ? null : (state.File, done);
    }

    private ScannedFile Look(SourceFile file)
    {
        file = new SourceFile(file.Path, file.Text); // a copy would keep the lines that it was copied from
        var unread = new List<UnreadFile>();
        var found = _scan.Locate(file, unread);
        var judge = new SuppressionJudge(accepted, today);
        judge.Judge(file, [.. found.Select(one => one.Finding)]);
        var open = judge.Report(1, Severity.Low, []).Findings.ToHashSet();
        return new ScannedFile(file, found, [.. found.Where(one => open.Contains(one.Finding))], unread.Count);
    }

    private static bool IsBetter(ScannedFile before, ScannedFile then, string rule)
    {
        if (then.Unread > before.Unread)
            return false;
        var (was, isNow) = (before.Found.CountBy(one => one.Finding.Rule).ToDictionary(), then.Found.CountBy(one => one.Finding.Rule).ToDictionary());
        var (wasOpen, isOpen) = (before.Open.CountBy(one => one.Finding.Rule).ToDictionary(), then.Open.CountBy(one => one.Finding.Rule).ToDictionary());
        return isOpen.GetValueOrDefault(rule) < wasOpen[rule]
            && isNow.All(one => one.Value <= was.GetValueOrDefault(one.Key))
            && isOpen.All(one => one.Value <= wasOpen.GetValueOrDefault(one.Key));
    }
}
