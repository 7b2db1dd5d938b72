using System.CommandLine;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;

namespace Landfall.Cli;

/// <summary>Runs the command line and turns failures into exit codes.</summary>
internal static class LandfallProgram
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var screen = Screen.OfProcess();
        return RunAsync(args, new CommandContext(screen, TimeProvider.System));
    }

    /// <summary>Runs one command on a screen.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="context">What commands work with.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandContext context)
    {
        var parsed = LandfallCommandLine.Create(context).Parse(args);
        if (parsed.Errors.Count > 0)
            return End(UsageAdvice.Failure(parsed), context.Screen, Wants(parsed));

        using var interruption = new Interruption();
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            var code = await parsed.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
            // A script must not go on because the last command was just too quick to be stopped.
            return interruption.Requested ? ExitCode.Cancelled : code;
        }
        catch (Exception e)
        {
            return End(Failure.Of(e, interruption.Requested), context.Screen, Wants(parsed));
        }
    }

    private static int End(Failure failure, Screen screen, bool json)
    {
        failure.Say(screen);
        if (json)
            JsonOutput.WriteError(screen, failure);
        return failure.ExitCode;
    }

    /// <summary>Where the line has mistakes, the option may stand among the words that could not be read.</summary>
    private static bool Wants(ParseResult parsed) => parsed.Tokens.Any(t => t.Value == "--json");
}
