using System.Globalization;
using Landfall.Operations.Logs;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>How a summary of logs looks.</summary>
internal static class LogRendering
{
    /// <summary>Writes it.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="summary">The summary.</param>
    public static void Write(Screen screen, LogSummary summary)
    {
        var data = screen.Data;
        data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Errors:N0} of {summary.Lines:N0} lines since {summary.From.UtcDateTime:yyyy-MM-dd HH:mm} UTC are errors."));
        if (summary.WorstHour is { } worst)
            data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The worst hour began at {worst.Start.UtcDateTime:yyyy-MM-dd HH:mm} UTC, with {worst.Errors:N0}."));
        Templates(data, "The commonest:", summary.Commonest, summary.To);
        Templates(data, "New since the last change of its service:", summary.New, summary.To);
    }

    private static void Templates(IAnsiConsole data, string heading, IReadOnlyList<ErrorTemplate> templates, DateTimeOffset at)
    {
        if (templates.Count == 0)
            return;
        data.WriteLine();
        data.WriteLine(heading);
        var table = new Table().Border(TableBorder.None).AddColumns("COUNT", "LAST", "SERVICES", "ERROR");
        foreach (var template in templates)
        {
            table.AddRow(
                new Text(template.Count.ToString("N0", CultureInfo.InvariantCulture)),
                new Text($"{Ago.Of(template.Last, at)} ago"),
                new Text(string.Join(", ", template.Services)),
                new Text(template.Text));
        }

        data.Write(table);
    }
}
