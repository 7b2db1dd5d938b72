namespace Landfall.Config.Alarms;

/// <summary>What somebody does whom an alarm has called: an entry of <c>docs/alarms.md</c>.</summary>
/// <param name="Id">The anchor on the page, for example <c>error-rate</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Means">What has happened.</param>
/// <param name="Look">Where to look, in order.</param>
/// <param name="Do">What helps.</param>
internal sealed record Runbook(string Id, string Title, string Means, IReadOnlyList<string> Look, IReadOnlyList<string> Do)
{
    /// <summary>What stands below the heading, as Markdown.</summary>
    public string Text => $"{Means}\n\nLook at\n\n{List(Look)}\nThen\n\n{List(Do)}";

    private static string List(IReadOnlyList<string> items) => string.Concat(items.Select(item => $"- {item}\n"));
}
