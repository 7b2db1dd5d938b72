using System.Globalization;
using System.Text;
using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>The comment with a review. A model has written its findings, for a change that anybody may have written: all of it is shown as text.</summary>
/// <param name="name">Whose it is.</param>
/// <param name="report">The review.</param>
internal sealed class ReviewComment(string name, ReviewReport report)
{
    // What fits one service fits all (see PullComment).
    private const int Most = 30_000;
    private const int MostLeftOut = 4000;

    /// <summary>What the comment begins with, and is found by.</summary>
    public string Start => $"[//]: # (landfall review {name})";

    /// <summary>Writes the comment.</summary>
    /// <returns>Markdown.</returns>
    public string Write()
    {
        var comment = new StringBuilder();
        comment.Append(Start).Append("\n\n");
        comment.Append(CultureInfo.InvariantCulture, $"**Landfall**: a model's review of {PullText.Name(name)}: {Counted()}\n");
        if (report.Findings.Count > 0)
            comment.Append('\n').Append(PullText.Fence(report.Findings.SelectMany(Lines), Most - MostLeftOut - 2000));
        if (report.LeftOut.Count > 0)
            comment.Append("\nIt was not shown:\n\n").Append(PullText.Fence(report.LeftOut.Select(file => $"{file.File}: {file.Reason}"), MostLeftOut));
        comment.Append(CultureInfo.InvariantCulture, $"\nOf commit {report.Commit[..12]}: {Shown()}. A model can be wrong, and what it does not find may be there: this approves nothing.\n");
        return comment.ToString();
    }

    private string Counted() => report.Use is null ? "there was nothing to show it"
        : report.Findings.Count == 0 ? "it finds nothing"
        : string.Join(", ", report.Findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}")));

    private string Shown()
    {
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{report.Files.Count} {(report.Files.Count == 1 ? "file" : "files")}") };
        if (report.Masked > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Masked} {(report.Masked == 1 ? "line" : "lines")} with something hidden"));
        if (report.Dropped > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Dropped} of its findings dropped, which are of no line of the change"));
        return string.Join(", ", parts);
    }

    private static IEnumerable<string> Lines(ReviewFinding finding) =>
        [string.Create(CultureInfo.InvariantCulture, $"{finding.Severity.ToString().ToLowerInvariant(),-8} {finding.File}:{finding.Line}"), $"  {finding.Title}", .. finding.Detail.Length == 0 ? [] : Wrapped(finding.Detail), ""];

    /// <summary>A block of code is not wrapped where it is shown.</summary>
    private static IEnumerable<string> Wrapped(string text)
    {
        var line = new StringBuilder("  ");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 2 && line.Length + word.Length > 100)
            {
                yield return line.ToString();
                line.Clear().Append("  ");
            }

            line.Append(line.Length > 2 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
