using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Status;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, local, watch) = (SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--watch", "-w"));
        return new Door<StatusParameters, StatusReport>(context, new StatusOperation(), words.Services, words.Folder, env, local, watch)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                return new StatusParameters(folder, services, line.GetValue(env), line.GetValue(local), line.GetValue(watch));
            },
            FollowAsync = FollowAsync,
        };
    }

    internal static async Task FollowAsync(Screen screen, StatusReport report, bool json, CancellationToken stop)
    {
        if (report.Watched && !json && screen.Data.Profile.Capabilities is { Interactive: true, Ansi: true })
        {
            await screen.Data.Live(new Text("")).StartAsync(async live =>
            {
                await foreach (var state in report.States.WithCancellation(stop).ConfigureAwait(false))
                    live.UpdateTarget(StatusRendering.Of(state));
            }).ConfigureAwait(false);
            return;
        }

        await foreach (var state in report.States.WithCancellation(stop).ConfigureAwait(false))
        {
            if (!json)
                screen.Data.Write(StatusRendering.Of(state));
            else if (report.Watched)
                JsonOutput.WriteLine(screen, state);
            else
                JsonOutput.Write(screen, state);
        }
    }
}
