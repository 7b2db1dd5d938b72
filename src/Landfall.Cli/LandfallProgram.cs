using System.CommandLine;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;
using Landfall.Config;

namespace Landfall.Cli;

/// <summary>Runs the command line and turns failures into exit codes.</summary>
internal static class LandfallProgram
{
    /// <summary>Runs one command of this process's.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var context = new CommandContext(Screen.OfProcess(), TimeProvider.System);
        return RunAsync(LandfallCommandLine.Create(context), args, context.Screen);
    }

    /// <summary>Runs one command.</summary>
    /// <param name="root">Every command that there is.</param>
    /// <param name="args">The command line.</param>
    /// <param name="screen">The streams.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, Screen screen)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return End(UsageAdvice.Failure(parsed), screen, WantsJson(parsed));

        using var interruption = new Interruption();
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = screen.Data.Profile.Out.Writer,
                Error = screen.Talk.Profile.Out.Writer,
            };
            var code = await parsed.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
            // A script must not go on because the last command was just too quick to be stopped.
            return interruption.Requested ? ExitCode.Cancelled : code;
        }
        catch (Exception e)
        {
            return End(Failure.Of(e, interruption.Requested), screen, WantsJson(parsed));
        }
    }

    private static int End(Failure failure, Screen screen, bool json)
    {
        failure.Say(screen);
        try
        {
            if (json)
                JsonOutput.WriteError(screen, failure);
        }
        catch (LandfallException)
        {
            // Standard output cannot be written, and perhaps that was the failure: the exit code is left to tell.
        }

        return failure.ExitCode;
    }

    /// <summary>Where the line has mistakes, the option may stand among the words that could not be read.</summary>
    private static bool WantsJson(ParseResult parsed) =>
        parsed.Errors.Count == 0 && parsed.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(o => o.Name == "--json") is { } json
            ? parsed.GetValue(json)
            : parsed.Tokens.Any(t => t.Value == "--json");
}
