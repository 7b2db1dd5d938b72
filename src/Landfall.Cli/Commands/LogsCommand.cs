using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Logs;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall logs</c>.</summary>
internal static class LogsCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, local) = (SharedOptions.Env(), SharedOptions.Local());
        var (since, filter) = (new Option<string?>("--since"), new Option<string?>("--filter"));
        var (follow, previous) = (new Option<bool>("--follow", "-f"), new Option<bool>("--previous", "-p"));
        var (errors, summary) = (new Option<bool>("--errors"), new Option<bool>("--summary"));
        return new Door<LogsParameters, LogsReport>(context, new LogsOperation(), words.Services, words.Folder, env, local, follow, since, filter, previous, errors, summary)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                return new LogsParameters(
                    folder, services, line.GetValue(env), line.GetValue(local), line.GetValue(follow), line.GetValue(since), line.GetValue(filter), line.GetValue(previous), line.GetValue(errors), line.GetValue(summary));
            },
            FollowAsync = FollowAsync,
        };
    }

    internal static async Task FollowAsync(Screen screen, LogsReport report, bool json, CancellationToken stop)
    {
        if (report.Summary is { } summary)
        {
            if (json)
                JsonOutput.Write(screen, summary);
            else
                LogRendering.Write(screen, summary);
            return;
        }

        var lines = new LogLineText(screen.Data.Profile.Capabilities.ColorSystem != ColorSystem.NoColors);
        await foreach (var line in report.Lines.WithCancellation(stop).ConfigureAwait(false))
        {
            if (json)
                JsonOutput.WriteLine(screen, line);
            else
                screen.Data.Profile.Out.Writer.WriteLine(lines.Of(line));
        }
    }
}
