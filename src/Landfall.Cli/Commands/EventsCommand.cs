using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Events;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall events</c>.</summary>
internal static class EventsCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, local, since) = (SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--since"));
        return new Door<EventsParameters, EnvironmentEvents>(context, new EventsOperation(), words.Services, words.Folder, env, local, since)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                return new EventsParameters(folder, services, line.GetValue(env), line.GetValue(local), line.GetValue(since));
            },
            Render = Render,
        };
    }

    internal static void Render(Screen screen, EnvironmentEvents events)
    {
        foreach (var seen in events.Events)
            screen.Data.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} {seen.Source} {seen.Subject}: {seen.Message}"));
        if (events.Events.Count == 0)
            screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Nothing has happened in {events.App} {events.Environment} since {events.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC."));
        foreach (var part in events.Unread)
            screen.Talk.WriteLine($"Not read: {part.What}: {part.Reason}");
    }
}
