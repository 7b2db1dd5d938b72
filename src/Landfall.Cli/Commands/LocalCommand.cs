using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.LocalAws;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall local</c>: the AWS on this machine.</summary>
internal static class LocalCommand
{
    public static Command Create(CommandContext context)
    {
        var start = new Command("start", "Start the local AWS; what was deployed to an earlier one is gone.");
        start.SetAction((_, cancellation) => StartAsync(context, cancellation));

        var stop = new Command("stop", "Stop the local AWS and forget everything in it.");
        stop.SetAction(_ => Stop(context.Screen));

        var json = SharedOptions.Json();
        var status = new Command("status", "Tell whether the local AWS runs, and where.") { json };
        status.SetAction(result => Status(context.Screen, result.GetValue(json)));

        return new Command("local", "Start, stop or look at the local AWS, which 'deploy --local' deploys to.") { start, stop, status };
    }

    private static async Task<int> StartAsync(CommandContext context, CancellationToken cancellation)
    {
        var (state, started) = await new LocalAwsServer(context.Time)
            .EnsureAsync(context.Screen.Talk.WriteLine, cancellation).ConfigureAwait(false);
        context.Screen.Talk.WriteLine(started ? "Started." : "It runs already.");
        context.Screen.Data.Profile.Out.Writer.WriteLine(state.Endpoint);
        return ExitCode.Done;
    }

    private static int Stop(Screen screen)
    {
        var stopped = LocalAwsServer.Stop();
        screen.Talk.WriteLine(stopped is null ? "It does not run." : $"Stopped {stopped.Endpoint}.");
        return ExitCode.Done;
    }

    private static int Status(Screen screen, bool json)
    {
        var state = LocalAwsServer.Find();
        if (json)
        {
            JsonOutput.Write(screen, new { Running = state is not null, state?.Endpoint, state?.ProcessId, state?.Started });
        }
        else if (state is null)
        {
            screen.Talk.WriteLine("The local AWS does not run; 'landfall local start' starts it.");
        }
        else
        {
            screen.Talk.WriteLine($"The local AWS has run since {state.Started:u} (process {state.ProcessId}). Look at it with:");
            screen.Talk.WriteLine($"  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws --endpoint-url {state.Endpoint} --region REGION …");
            screen.Data.Profile.Out.Writer.WriteLine(state.Endpoint);
        }

        return ExitCode.Done;
    }
}
