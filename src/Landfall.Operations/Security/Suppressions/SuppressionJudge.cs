using System.Globalization;
using Landfall.Operations.Images;
using Landfall.Operations.Security.Dockerfiles;

namespace Landfall.Operations.Security.Suppressions;

/// <summary>Takes out of the findings what somebody has accepted, and says which acceptances are not in force.</summary>
/// <param name="ofFile">Those of the suppression file.</param>
/// <param name="today">The day.</param>
internal sealed class SuppressionJudge(IReadOnlyList<Suppression> ofFile, DateOnly today)
{
    private readonly List<SecurityFinding> _findings = [];
    private readonly List<SuppressedFinding> _suppressed = [];
    private readonly HashSet<Suppression> _used = [];
    private readonly List<string> _notes = [];

    /// <summary>Takes a file's findings.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">Its findings.</param>
    public void Judge(SourceFile file, IReadOnlyList<SecurityFinding> findings)
    {
        var comments = SuppressionComment.In(file).Where(c => Concerns(c.Suppression.Rule, file)).ToList();
        foreach (var finding in findings)
        {
            var comment = comments.Where(c => c.Line == finding.Line && c.Suppression.Rule == finding.Rule && c.Suppression.Reason.Length > 0).Select(c => c.Suppression);
            var matching = comment.Concat(ofFile.Where(s => Fits(s, finding))).ToList();
            _used.UnionWith(matching);
            if (matching.FirstOrDefault(IsInForce) is { } by)
                _suppressed.Add(new SuppressedFinding(finding, by.Reason, by.Until, !ofFile.Contains(by)));
            else
                _findings.Add(finding);
        }

        foreach (var (suppression, _) in comments)
            Note(suppression);
    }

    /// <summary>Makes the report.</summary>
    /// <param name="files">How many files were read.</param>
    /// <param name="failOn">The severity from which on the scan fails.</param>
    /// <param name="unread">Files that could not be judged.</param>
    /// <returns>The report.</returns>
    public SecurityReport Report(int files, Severity failOn, IReadOnlyList<UnreadFile> unread)
    {
        foreach (var suppression in ofFile)
            Note(suppression);
        return new SecurityReport(files, failOn, _findings.Any(finding => finding.Severity >= failOn), _findings, _suppressed, unread, _notes);
    }

    /// <summary>A rule for Dockerfiles that is named in documentation, or in a program, accepts nothing there.</summary>
    private static bool Concerns(string rule, SourceFile file) =>
        rule.StartsWith("secret-", StringComparison.Ordinal) || Dockerfile.IsOne(file.Path) || DocumentKind.Of(file) != DocumentKind.Other;

    private static bool Fits(Suppression suppression, SecurityFinding finding) =>
        suppression.Rule == finding.Rule
        && (suppression.Path is null || new IgnorePattern(suppression.Path.Trim('/')).Fits(finding.File))
        && (suppression.Resource is null || finding.Resource == suppression.Resource || finding.Resource.StartsWith($"{suppression.Resource}/", StringComparison.Ordinal));

    private bool IsInForce(Suppression suppression) => suppression.Until is not { } until || today <= until;

    private void Note(Suppression suppression)
    {
        var what = $"{suppression.Place} ignores {suppression.Rule}";
        if (!SecurityRules.All.ContainsKey(suppression.Rule))
            _notes.Add($"{what}, which is no rule.");
        else if (suppression.Reason.Length == 0)
            _notes.Add($"{what} without a reason, so it is found all the same. Write the reason behind the rule.");
        else if (!IsInForce(suppression))
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"{what} until {suppression.Until:yyyy-MM-dd}, which has passed."));
        else if (!_used.Contains(suppression))
            _notes.Add($"{what}, and there is nothing to ignore. Remove it.");
    }
}
