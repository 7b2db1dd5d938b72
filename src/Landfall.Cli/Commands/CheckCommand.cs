using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Checks;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var (what, folder, env, url) = (SharedOptions.Named("what"), SharedOptions.Folder(), SharedOptions.Env(), new Option<string?>("--url"));
        return new Door<CheckParameters, CheckRun>(context, new CheckOperation(), what, folder, env, url)
        {
            Read = line => new CheckParameters(line.GetValue(what)!, line.GetValue(url), line.GetValue(folder)!, line.GetValue(env)),
            Render = Render,
            Code = (_, run) => run.Passed ? ExitCode.Done : ExitCode.UserError,
        };
    }

    private static void Render(Screen screen, CheckRun run)
    {
        foreach (var request in run.Requests)
        {
            var took = request.Milliseconds is { } time ? string.Create(CultureInfo.InvariantCulture, $" ({time} ms)") : "";
            screen.Data.Profile.Out.Writer.WriteLine($"{(request.Failures.Count == 0 ? "ok  " : "FAIL")} {request.File}:{request.Line} {request.Title}{took}");
            foreach (var failure in request.Failures)
                screen.Data.Profile.Out.Writer.WriteLine($"     {failure}");
        }

        var failed = run.Requests.Count(request => request.Failures.Count > 0);
        screen.Talk.WriteLine((failed, run.InBrowser) switch
        {
            (0, false) => $"All {run.Requests.Count} requests to {run.Url} are answered as expected.",
            (0, true) => $"All {run.Requests.Count} requests and steps at {run.Url} went as expected.",
            (_, false) => $"{failed} of {run.Requests.Count} requests to {run.Url} are not answered as expected.",
            (_, true) => $"{failed} of {run.Requests.Count} requests and steps at {run.Url} did not go as expected.",
        });
        foreach (var task in run.Tasks)
            screen.Talk.WriteLine($"Not run here: '{task}', a task of rollouts.");
    }
}
