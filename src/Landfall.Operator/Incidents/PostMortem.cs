using System.Globalization;
using System.Text;
using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.Config.Plan;
using Landfall.Operations.Documents.Writing;
using Landfall.Operator.Loop;

namespace Landfall.Operator.Incidents;

/// <summary>A draft of an incident's post-mortem: what is known is filled in, and what only people know is left to them.</summary>
internal static class PostMortem
{
    /// <summary>Writes it.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="detail">The incident.</param>
    /// <returns>Markdown.</returns>
    public static string Of(AppPlan plan, IncidentDetail detail)
    {
        var (page, listed) = (new StringBuilder(), detail.Listed);
        page.Append(CultureInfo.InvariantCulture, $"# Incident {listed.Id} of {plan.App} {plan.Environment}: {MarkdownText.Escape(listed.Title)}\n\n");
        page.Append("A draft: what was seen is filled in, and what only people know is marked _to do_.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| | |\n|---|---|\n| began | {Time(listed.Started)} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| ended | {(listed.Ended is { } ended ? $"{Time(ended)}, after {OperatorEventText.Span(ended - listed.Started)}" : "not yet")} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| severity | {OperatorEventText.Severity(listed.Severity)} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| taken on by | {(listed.AcknowledgedBy is { } by ? MarkdownText.Escape(by) : "nobody")} |\n");

        Heading(page, "Impact");
        Item(page, $"Affected: {string.Join(", ", listed.Affected)}");
        if (detail.AtRisk.Count > 0)
            Item(page, $"Depend on it, without a sign of trouble: {string.Join(", ", detail.AtRisk)}");
        page.Append("- _to do_: what did users see, and how many of them?\n");

        Heading(page, "Timeline (UTC)");
        foreach (var entry in detail.Timeline)
            Item(page, $"{entry.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {(entry.Node.Length > 0 ? $"{entry.Node}: " : "")}{entry.Text}");

        Heading(page, "Cause");
        page.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Escape(listed.Cause ?? "Not known.")}\n\n{MarkdownText.Escape(Sentence(detail.Certainty))}\n");
        Findings(page, detail);
        Candidates(page, detail);
        page.Append("\n_to do_: is that the cause, and why could it become one?\n");

        Heading(page, "What was changed shortly before");
        Changes(page, detail.Before);
        Heading(page, "What was done");
        foreach (var repair in detail.Repairs.Where(one => one.Started is not null))
            Item(page, $"{Time(repair.Started!.Value)} {repair.Text}");
        if (detail.Done.Count > 0 || !detail.Repairs.Any(one => one.Started is not null))
            Changes(page, detail.Done);
        page.Append("- _to do_: what was done outside of Landfall?\n");

        Heading(page, "What to change");
        foreach (var next in detail.Findings.Values.SelectMany(findings => findings.Take(1)).Select(finding => finding.Next).Concat(detail.Actions.Where(action => action.Kind != SuggestedActionKind.Investigate).Select(Words)).Distinct(StringComparer.Ordinal))
            Item(page, next);
        page.Append("- _to do_: what would have shown it earlier, or kept it from happening?\n");

        Heading(page, "What was not looked at");
        foreach (var unknown in detail.Unknown)
            Item(page, unknown);
        return page.ToString();
    }

    /// <summary>An action in words.</summary>
    /// <param name="action">The action.</param>
    /// <returns>What to do and why.</returns>
    public static string Words(SuggestedAction action) => $"{Verb(action.Kind)} {action.Node}: {action.Reason}";

    private static string Verb(SuggestedActionKind kind) => kind switch
    {
        SuggestedActionKind.Investigate => "look at",
        SuggestedActionKind.RollBack => "roll back",
        SuggestedActionKind.RevertChange => "undo the change of",
        SuggestedActionKind.ScaleOut => "run more tasks of",
        SuggestedActionKind.Restart => "restart",
        SuggestedActionKind.RaiseMemory => "give more memory to",
        SuggestedActionKind.AddDisk => "give more disk to",
        _ => "shift traffic away from",
    };

    private static void Findings(StringBuilder page, IncidentDetail detail)
    {
        foreach (var (node, findings) in detail.Findings)
        {
            foreach (var finding in findings)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Escape(node)}: {MarkdownText.Escape(finding.Cause)}\n\n");
                foreach (var line in finding.Evidence)
                    Item(page, line);
            }
        }
    }

    private static void Candidates(StringBuilder page, IncidentDetail detail)
    {
        foreach (var candidate in detail.Candidates)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nCandidate {MarkdownText.Escape(candidate.Node)} ({Math.Round(candidate.Confidence * 100)} %)\n\n");
            foreach (var reason in candidate.For)
                Item(page, $"for: {reason}");
            foreach (var reason in candidate.Against)
                Item(page, $"against: {reason}");
        }
    }

    private static void Changes(StringBuilder page, IReadOnlyList<ChangeEvent> changes)
    {
        if (changes.Count == 0)
            page.Append("- nothing that Landfall or ECS knows of\n");
        foreach (var change in changes)
            Item(page, $"{Time(change.Time)} {change.Node}: {change.Summary}");
    }

    private static void Heading(StringBuilder page, string text) => page.Append(CultureInfo.InvariantCulture, $"\n## {text}\n\n");

    private static void Item(StringBuilder page, string text) => page.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Escape(text)}\n");

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
