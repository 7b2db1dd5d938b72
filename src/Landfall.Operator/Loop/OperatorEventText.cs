using System.Globalization;
using Landfall.AIOps.Incidents;
using Landfall.Operator.Incidents;

namespace Landfall.Operator.Loop;

/// <summary>The words in which the operator tells what became of an incident.</summary>
internal static class OperatorEventText
{
    /// <summary>Says what became of an incident in a step.</summary>
    /// <param name="kind">What the tracker says.</param>
    /// <param name="file">The incident after the step.</param>
    /// <param name="earlier">The incident before it; null where there was none.</param>
    /// <returns>The event; null where it says nothing that was not known.</returns>
    public static (OperatorEventKind Kind, string Text)? Of(IncidentUpdateKind kind, CaseFile file, Incident? earlier) => kind switch
    {
        IncidentUpdateKind.Opened => (OperatorEventKind.Opened, $"{Severity(file.Incident.Severity)}: {file.Title}"),
        IncidentUpdateKind.Reopened => (OperatorEventKind.Reopened, $"came back {Times(file.Incident.Reopened)}: {file.Title}"),
        IncidentUpdateKind.Resolved => (OperatorEventKind.Resolved, $"over after {Span(file.Incident.Ended!.Value - file.Incident.Started)}"),
        _ => Growth(file, earlier) is { Length: > 0 } growth ? (OperatorEventKind.Grown, growth) : null,
    };

    /// <summary>Says what the cause is thought to be.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>In one line.</returns>
    public static string Of(SuspectedCause cause) =>
        string.Create(CultureInfo.InvariantCulture, $"likely cause ({Math.Round(cause.Confidence * 100)} %): {cause.Node}: {cause.Text}");

    /// <summary>How often something happened: <c>once</c>, <c>twice</c>, <c>3 times</c>.</summary>
    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    /// <summary>A severity as a word.</summary>
    public static string Severity(IncidentSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>How long something took, rounded as people say it: <c>40 seconds</c>, <c>1 minute</c>, <c>3 hours</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => Amount(span.TotalSeconds, "second"),
        { TotalMinutes: < 90 } => Amount(span.TotalMinutes, "minute"),
        { TotalHours: < 36 } => Amount(span.TotalHours, "hour"),
        _ => Amount(span.TotalDays, "day"),
    };

    private static string Amount(double amount, string unit)
    {
        var whole = (long)Math.Round(amount, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}{(whole == 1 ? "" : "s")}");
    }

    private static string Growth(CaseFile file, Incident? earlier)
    {
        var now = file.Incident;
        var newNodes = now.Radius.Affected.Except(earlier?.Radius.Affected ?? []).ToList();
        var newAlarms = now.Alarms.Where(alarm => earlier?.Alarms.Any(one => one.Node == alarm.Node && one.Name == alarm.Name) != true && !newNodes.Contains(alarm.Node)).ToList();
        string[] parts =
        [
            .. newNodes.Count > 0 ? [$"{string.Join(", ", newNodes)} {(newNodes.Count == 1 ? "is" : "are")} affected too"] : Array.Empty<string>(),
            .. newAlarms.Select(alarm => $"{alarm.Node}: {alarm.Text}"),
            .. earlier is not null && now.Severity > earlier.Severity ? [$"now {Severity(now.Severity)}"] : Array.Empty<string>(),
        ];
        return string.Join("; ", parts);
    }
}
