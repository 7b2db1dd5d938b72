using System.Globalization;
using Landfall.AIOps.Incidents;
using Landfall.Operator.Incidents;
using Landfall.Operator.Operating;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>How incidents look: a line for each event while an operator is at work, a table, and all of one.</summary>
internal static class IncidentRendering
{
    private const int MostCandidates = 2;

    /// <summary>Writes a look of an operator.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="tick">The look.</param>
    /// <param name="first">True for the first one.</param>
    /// <param name="goesOn">True where others follow.</param>
    public static void Write(Screen screen, OperatorTick tick, bool first, bool goesOn)
    {
        foreach (var one in tick.Events)
        {
            var about = one.Incident is { } id ? string.Create(CultureInfo.InvariantCulture, $"incident {id} {Word(one.Kind)}: ") : "";
            Line(screen, $"{Clock(one.At)}  {about}{one.Text}");
        }

        if (!first)
            return;
        var open = tick.Incidents.Count switch { 0 => "No incident is open.", 1 => "One incident is open.", var count => string.Create(CultureInfo.InvariantCulture, $"{count} incidents are open.") };
        screen.Talk.WriteLine($"{tick.App} {tick.Environment}: {open}{(tick.Gaps.Count > 0 ? " Not all could be read." : "")}{(goesOn ? " Watching; Ctrl-C ends it." : "")}");
    }

    /// <summary>Writes incidents.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">The incidents.</param>
    public static void Write(Screen screen, IncidentsReport report)
    {
        if (report.PostMortem is { } page)
        {
            screen.Data.Profile.Out.Writer.Write(page);
            return;
        }

        if (report.Detail is { } detail)
            Write(screen, detail);
        else if (report.Incidents.Count == 0)
            screen.Talk.WriteLine($"{report.App} {report.Environment} has had no incident in this time.");
        else
            screen.Data.Write(TableOf(report));
        screen.Talk.WriteLine($"The operator last looked at {Moment(report.At)}.");
    }

    private static Table TableOf(IncidentsReport report)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("ID", "STATE", "SEVERITY", "BEGAN (UTC)", "ENDED (UTC)", "WHAT");
        foreach (var one in report.Incidents)
        {
            table.AddRow(
                new Text(one.Id.ToString(CultureInfo.InvariantCulture)),
                new Text(Lower(one.State), one.State is IncidentState.Open or IncidentState.Acknowledged ? StatusStyle.Failed : Style.Plain),
                new Text(Lower(one.Severity)),
                new Text(Minute(one.Started)),
                new Text(one.Ended is { } ended ? Minute(ended) : ""),
                new Text(one.Title));
        }

        return table;
    }

    private static void Write(Screen screen, IncidentDetail detail)
    {
        var listed = detail.Listed;
        Line(screen, string.Create(CultureInfo.InvariantCulture, $"Incident {listed.Id}: {listed.Title}"));
        Line(screen, $"  {Lower(listed.State)}{(listed.AcknowledgedBy is { } by ? $", taken on by {by}" : "")}; {Lower(listed.Severity)}; since {Moment(listed.Started)}{(listed.Ended is { } ended ? $", over at {Moment(ended)}" : "")}");
        Line(screen, $"  Affected: {string.Join(", ", listed.Affected)}{(detail.AtRisk.Count > 0 ? $". At risk: {string.Join(", ", detail.AtRisk)}" : "")}");

        Heading(screen, "Cause");
        Line(screen, $"  {listed.Cause ?? "not known"} ({detail.Certainty})");
        foreach (var (node, finding) in detail.Findings.SelectMany(pair => pair.Value.Select(finding => (pair.Key, finding))))
        {
            Line(screen, $"  {node}: {finding.Cause} [{finding.Id}]");
            foreach (var line in finding.Evidence)
                Line(screen, $"      {line}");
            Line(screen, $"    Next: {finding.Next}");
        }

        foreach (var candidate in detail.Candidates.Take(MostCandidates))
        {
            Line(screen, string.Create(CultureInfo.InvariantCulture, $"  {candidate.Node}, {Lower(candidate.Kind)} ({Math.Round(candidate.Confidence * 100)} %)"));
            foreach (var reason in candidate.For)
                Line(screen, $"      for: {reason}");
            foreach (var reason in candidate.Against)
                Line(screen, $"      against: {reason}");
        }

        if (detail.Actions.Any(action => action.Kind != SuggestedActionKind.Investigate))
        {
            Heading(screen, "To do");
            foreach (var action in detail.Actions.Where(action => action.Kind != SuggestedActionKind.Investigate))
                Line(screen, $"  {PostMortem.Words(action)}");
        }

        if (detail.Repairs.Count > 0)
        {
            Heading(screen, "Repairs");
            foreach (var repair in detail.Repairs)
                Line(screen, $"  {repair.Text}");
        }

        Heading(screen, "Timeline (UTC)");
        foreach (var entry in detail.Timeline)
            Line(screen, $"  {entry.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}  {(entry.Node.Length > 0 ? $"{entry.Node}: " : "")}{entry.Text}");
        Heading(screen, "Not read, so that a cause may be missing");
        foreach (var unknown in detail.Unknown)
            Line(screen, $"  {unknown}");
    }

    private static void Heading(Screen screen, string text)
    {
        screen.Data.WriteLine();
        screen.Data.WriteLine(text);
    }

    /// <summary>Written as it is: its words are copied, and none is wrapped. What a program has said cannot move the cursor.</summary>
    private static void Line(Screen screen, string line) => screen.Data.Profile.Out.Writer.WriteLine(string.Concat(line.Where(c => !char.IsControl(c))));

    private static string Word(Operator.Loop.OperatorEventKind kind) => kind switch
    {
        Operator.Loop.OperatorEventKind.CauseFound => "explained",
        Operator.Loop.OperatorEventKind.RepairProposed => "may be repaired",
        Operator.Loop.OperatorEventKind.RepairRefused => "is not repaired",
        Operator.Loop.OperatorEventKind.RepairWaiting => "waits for a person",
        Operator.Loop.OperatorEventKind.RepairBegun => "is being repaired",
        Operator.Loop.OperatorEventKind.RepairMade => "is being verified",
        Operator.Loop.OperatorEventKind.Repaired => "is repaired",
        Operator.Loop.OperatorEventKind.NotRepaired => "needs a person",
        Operator.Loop.OperatorEventKind.RepairWithdrawn => "needs no repair",
        _ => Lower(kind),
    };

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
