using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Alarms;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall alarms</c>.</summary>
internal static class AlarmsCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, local) = (SharedOptions.Env(), SharedOptions.Local());
        return new Door<AlarmsParameters, EnvironmentAlarms>(context, new AlarmsOperation(), words.Services, words.Folder, env, local)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                return new AlarmsParameters(folder, services, line.GetValue(env), line.GetValue(local));
            },
            Render = Render,
        };
    }

    internal static void Render(Screen screen, EnvironmentAlarms alarms)
    {
        if (alarms.Alarms.Count == 0)
        {
            screen.Talk.WriteLine($"{alarms.App} {alarms.Environment} has no such alarm.");
            return;
        }

        var table = new Table().Border(TableBorder.None).AddColumns("STATE", "SINCE", "ALARM", "REASON");
        foreach (var alarm in alarms.Alarms)
        {
            table.AddRow(
                new Text(alarm.State + (alarm.Tells ? "" : " (muted)"), alarm.State == "ALARM" ? StatusStyle.Failed : Style.Plain),
                new Text(alarm.Since is { } since ? $"{Ago.Of(since, alarms.At)} ago" : ""),
                new Text(alarm.Name),
                new Text(alarm.State == "OK" ? "" : alarm.Reason));
        }

        screen.Data.Write(table);
    }
}
