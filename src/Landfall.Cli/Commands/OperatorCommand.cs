using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operator.Operating;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall operate</c>.</summary>
internal static class OperatorCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        var (once, every, after) = (new Option<bool>("--once"), new Option<string?>("--every") { HelpName = "time" }, new Option<string?>("--resolve-after") { HelpName = "time" });
        var mode = new Option<string?>("--mode");
        return new Door<OperateParameters, OperateReport>(context, new OperateOperation(), folder, env, local, once, every, after, mode)
        {
            Read = line => new OperateParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(once), line.GetValue(every), line.GetValue(after), line.GetValue(mode)),
            FollowAsync = FollowAsync,
        };
    }

    internal static async Task FollowAsync(Screen screen, OperateReport report, bool json, CancellationToken stop)
    {
        screen.Talk.WriteLine(report.Limits);
        var first = true;
        await foreach (var tick in report.Ticks.WithCancellation(stop).ConfigureAwait(false))
        {
            if (!json)
                IncidentRendering.Write(screen, tick, first, report.Watched);
            else if (!report.Watched)
                JsonOutput.Write(screen, tick);
            else if (first || tick.Events.Count > 0)
                JsonOutput.WriteLine(screen, tick); // a look at which nothing happened says nothing new
            first = false;
        }
    }
}
