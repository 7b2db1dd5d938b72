using System.Globalization;
using System.Text;
using Landfall.Config.Values;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>The comment on a pull request that shows what it would change, and the line beside its commit.</summary>
/// <param name="name">Whose it is.</param>
/// <param name="changes">The changes of the environments.</param>
internal sealed class PullComment(string name, IReadOnlyList<Change> changes)
{
    // GitHub takes 65,536 characters, Bitbucket 32,768 and GitLab a million: what fits one fits all.
    private const int Most = 30_000;

    private const int MostBrief = 5000;

    private const int LeastDetail = 500;

    // GitHub takes 140 characters.
    private const int LongestStatus = 140;

    /// <summary>
    /// What the comment begins with, and is found by: a link's definition that nothing refers to, which no service shows (CommonMark,
    /// "Link reference definitions"). Bitbucket shows comments of HTML.
    /// </summary>
    public string Start => $"[//]: # (landfall report {name})";

    /// <summary>False where AWS would refuse one of the changes.</summary>
    public bool Succeeded => changes.All(change => change.Refused.Count == 0);

    /// <summary>All changes in a line.</summary>
    public string Status => PullText.Line(string.Join("; ", changes.Select(Counted)), LongestStatus);

    /// <summary>Writes the comment.</summary>
    /// <param name="folds">True where the service folds what is long.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="url">Where the build is, or null.</param>
    /// <returns>Markdown.</returns>
    public string Write(bool folds, string commit, Uri? url)
    {
        var comment = new StringBuilder();
        comment.Append(Start).Append("\n\n");
        comment.Append(CultureInfo.InvariantCulture, $"**Landfall**: what this would change in {PullText.Name(name)}\n\n");
        foreach (var change in changes)
            comment.Append(CultureInfo.InvariantCulture, $"- {Counted(change)}{Judged(change)}\n");
        var end = $"\nOf commit {commit[..12]}{(url is null ? "" : $", [from this build](<{url.AbsoluteUri}>)")}. Nothing has been deployed.\n";
        var shown = changes.Where(change => !change.IsEmpty).ToList();
        var each = shown.Count == 0 ? 0 : (Most - comment.Length - end.Length) / shown.Count;
        foreach (var change in shown)
            Append(comment, change, each, folds);
        return comment.Append(end).ToString();
    }

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
