using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall history</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, local, since) = (SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--since"));
        return new Door<HistoryParameters, EnvironmentHistory>(context, new HistoryOperation(), words.Services, words.Folder, env, local, since)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                return new HistoryParameters(folder, services, line.GetValue(env), line.GetValue(local), line.GetValue(since));
            },
            Render = Render,
        };
    }

    internal static void Render(Screen screen, EnvironmentHistory history)
    {
        if (history.Entries.Count == 0)
        {
            screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The trail of {history.App} {history.Environment} has nothing since {history.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC."));
            return;
        }

        var table = new Table().Border(TableBorder.None).AddColumns("WHEN (UTC)", "WHAT", "SERVICES", "BY", "COMMIT");
        foreach (var entry in history.Entries)
        {
            table.AddRow(
                new Text(entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Text(entry.Outcome == ChangeOutcome.Done ? entry.Operation : $"{entry.Operation}, {Word(entry.Outcome)}"),
                new Text(string.Join(", ", entry.Services)),
                new Text(entry.By),
                new Text(entry.Commit ?? ""));
        }

        screen.Data.Write(table);
    }

    private static string Word(ChangeOutcome outcome) => outcome == ChangeOutcome.RolledBack ? "rolled back" : outcome.ToString().ToLowerInvariant();
}
