using System.Globalization;
using System.Text;
using Landfall.Config.Values;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>The comment on a pull request that shows what it would change, and the line beside its commit.</summary>
/// <param name="name">Whose it is.</param>
/// <param name="changes">The changes of the environments.</param>
internal sealed class PullComment(string name, IReadOnlyList<Change> changes) : IPullText
{
    /// <summary>The most characters. GitHub takes 65,536, Bitbucket 32,768 and GitLab a million: what fits one fits all.</summary>
    public const int Most = 30_000;

    private const int MostBrief = 5000;

    private const int LeastDetail = 500;

    /// <summary>The most characters of a status, which GitHub takes.</summary>
    public const int LongestStatus = 140;

    /// <summary>
    /// What the comment begins with, and is found by: a link's definition that nothing refers to, which no service shows (CommonMark,
    /// "Link reference definitions"). Bitbucket shows comments of HTML.
    /// </summary>
    /// <param name="name">Whose it is.</param>
    /// <returns>The line.</returns>
    public static string StartOf(string name) => $"[//]: # (landfall report {name})";

    /// <inheritdoc />
    public bool Succeeded => changes.All(change => change.Refused.Count == 0);

    /// <inheritdoc />
    public string Status => PullText.Line(string.Join("; ", changes.Select(Counted)), LongestStatus);

    /// <inheritdoc />
    public string Write(bool folds, string commit, Uri? url)
    {
        var comment = new StringBuilder();
        comment.Append(StartOf(name)).Append("\n\n");
        comment.Append(CultureInfo.InvariantCulture, $"**Landfall**: what this would change in {PullText.Name(name)}\n\n");
        foreach (var change in changes)
            comment.Append(CultureInfo.InvariantCulture, $"- {Counted(change)}{Judged(change)}\n");
        var end = End(commit, url);
        var shown = changes.Where(change => !change.IsEmpty).ToList();
        var each = shown.Count == 0 ? 0 : (Most - comment.Length - end.Length) / shown.Count;
        foreach (var change in shown)
            Append(comment, change, each, folds);
        return comment.Append(end).ToString();
    }

    /// <summary>The comment's last line.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="url">Where the build is, or null.</param>
    /// <returns>The line.</returns>
    public static string End(string commit, Uri? url) =>
        $"\nOf commit {commit[..12]}{(url is null ? "" : $", [from this build](<{url.AbsoluteUri}>)")}. Nothing has been deployed.\n";

    private static void Append(StringBuilder comment, Change change, int most, bool folds)
    {
        var until = comment.Length + most;
        comment.Append(CultureInfo.InvariantCulture, $"\n**{PullText.Name(change.Environment)}**\n\n");

        // The last line names an option of the command line.
        comment.Append(PullText.Fence(ChangeText.Brief(change).SkipLast(1), Math.Min(MostBrief, until - comment.Length)));
        const string Before = "\n<details><summary>Every resource and effect</summary>\n\n";
        const string After = "\n</details>\n";
        var room = until - comment.Length - Before.Length - After.Length;
        if (folds && room >= LeastDetail)
            comment.Append(Before).Append(PullText.Fence(ChangeText.Verbose(change), room)).Append(After);
    }

    private static string Judged(Change change) => change.Refused.Count > 0 ? " **AWS would refuse this.**"
        : change.Harm.Any() ? " **Somebody has to agree before it is deployed.**"
        : "";

    private static string Counted(Change change)
    {
        var counted = change.Stacks.SelectMany(stack => stack.Resources).GroupBy(resource => resource.Action).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {EnumWord.Of(group.Key)}")).ToList();
        var (refused, harm) = (change.Refused.Count, change.Harm.Count());
        if (refused > 0)
            counted.Insert(0, string.Create(CultureInfo.InvariantCulture, $"{refused} refused by AWS"));
        if (change.Cost is { } cost && cost.Before != cost.After)
            counted.Add(ChangeCost.Difference(cost.Before, cost.After));
        if (harm > 0)
            counted.Insert(0, string.Create(CultureInfo.InvariantCulture, $"{harm} to agree to"));
        return PullText.Name($"{change.Environment}: {(change.IsEmpty ? "nothing changes" : counted.Count == 0 ? "tags, outputs or policies only" : string.Join(", ", counted))}");
    }
}
