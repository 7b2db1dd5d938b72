using System.Text.RegularExpressions;
using Landfall.Config.Alarms;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>Every alarm, whom it calls, and its runbook: the team's own page, or Landfall's runbook in the document itself.</summary>
internal static partial class AlarmsChapter
{
    private const string Link = "Runbook: ";

    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment)
    {
        var plan = environment.Plan;
        List<EvaluatedResource> alarms = [.. environment.Resources.All.Where(resource => resource.Type is "AWS::CloudWatch::Alarm" or "AWS::CloudWatch::CompositeAlarm")];
        var called = plan.Notify.Concat(plan.Chats.Select(chat => $"{Words.Lower(chat.Kind)} (secret {chat.Webhook})")).ToList();
        return new Chapter("alarms", "Alarms", [
            new Paragraph($"They call {(called.Count > 0 ? string.Join(", ", called) : "nobody: 'notify' of the file names nobody")}."
                + (plan.Budget is { } budget ? FormattableString.Invariant($" The same people are told when a month has cost {budget.ActualPercent:0.##} % of {budget.Monthly} USD, and when {budget.ForecastPercent:0.##} % of it is expected.") : "")),
            alarms.Count > 0 ? new Grid(["Alarm", "Rings when", "Does", "Runbook"], [.. alarms.Select(Row)]) : new Paragraph("There are none."),
            .. Books(alarms).SelectMany(Book),
        ]);
    }

    private static IReadOnlyList<Phrase> Row(EvaluatedResource alarm)
    {
        var about = Words.Text(alarm.Properties["AlarmDescription"]) ?? "";
        var at = about.LastIndexOf(Link, StringComparison.Ordinal);
        return [Words.Text(alarm.Properties["AlarmName"]) ?? alarm.LogicalId, (at < 0 ? about : about[..at]).Trim(), Does(alarm), at < 0 ? "" : Runbook(about[(at + Link.Length)..])];
    }

    private static string Does(EvaluatedResource alarm)
    {
        List<string> actions = [.. Words.Each(alarm.Properties["AlarmActions"]).Select(ResourceWords.Plain)];
        return actions.Count == 0 ? "is a part of others"
            : actions.Exists(action => action.Contains(":sns:", StringComparison.Ordinal) || action.Contains("Topic", StringComparison.Ordinal)) ? "calls people" : "acts by itself";
    }

    /// <summary>The page of Landfall is not where the document is read, so its runbooks are in the document.</summary>
    private static Phrase Runbook(string address) => Own(address) is { } book ? new Phrase(book.Title, $"#{Anchor(book)}") : new Phrase(address, address);

    private static Runbook? Own(string address) =>
        address.Contains("://", StringComparison.Ordinal) ? null : Runbooks.All.FirstOrDefault(book => address.EndsWith($"#{book.Id}", StringComparison.Ordinal));

    private static IEnumerable<Runbook> Books(IReadOnlyList<EvaluatedResource> alarms)
    {
        var linked = alarms.Select(alarm => Own(Words.Text(alarm.Properties["AlarmDescription"]) ?? "")).OfType<Runbook>().ToHashSet();
        return Runbooks.All.Where(linked.Contains);
    }

    private static IEnumerable<Block> Book(Runbook book) =>
    [
        new Subheading($"Runbook: {book.Title}", Anchor(book)),
        new Paragraph(Spoken(book.Means)),
        new Items([.. book.Look.Select(look => (Phrase)$"Look at {Spoken(look)}"), .. book.Do.Select(what => (Phrase)Spoken(what))]),
    ];

    private static string Anchor(Runbook book) => $"runbook-{book.Id}";

    /// <summary>The runbooks are written in Markdown: without its marks they can be read anywhere.</summary>
    private static string Spoken(string markdown) => MarkdownLink().Replace(markdown, "$1").Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex MarkdownLink();
}
