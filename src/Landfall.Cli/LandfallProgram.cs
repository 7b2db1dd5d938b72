using System.CommandLine;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Operations;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli;

/// <summary>Runs the command line and turns failures into exit codes.</summary>
internal static class LandfallProgram
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var screen = Screen.OfProcess();
        var parsed = LandfallCommandLine.Create(new CommandContext(screen, TimeProvider.System)).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in UsageAdvice.Errors(parsed))
                screen.Talk.WriteLine(error);
            foreach (var advice in UsageAdvice.For(parsed))
                screen.Talk.WriteLine(advice);
            screen.Talk.WriteLine($"See '{UsageAdvice.Help(parsed)}'.");
            return ExitCode.Usage;
        }

        using var interruption = new Interruption();
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            var code = await parsed.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
            // A script must not go on because the last command was just too quick to be stopped.
            return interruption.Requested ? ExitCode.Cancelled : code;
        }
        catch (InterruptedDeploymentException e)
        {
            screen.Talk.WriteLine($"Cancelled.\n{e.Message}");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is OperationCanceledException { InnerException: not TimeoutException } || interruption.Requested)
        {
            // At the terminal the programs that a command started are interrupted too, and their failure may come first.
            screen.Talk.WriteLine("Cancelled. Run the same command again to go on.");
            return ExitCode.Cancelled;
        }
        catch (LandfallException e) when (e.Details is FileProblems found)
        {
            foreach (var problem in found.Problems)
                screen.Talk.WriteLine(problem.ToString());
            return ExitCode.UserError;
        }
        catch (LandfallException e)
        {
            screen.Talk.WriteLine($"{e.Code} {e.Message}");
            return ExitCode.UserError;
        }
        catch (Exception e) when (AwsFailure.Of(e) is { } failure)
        {
            screen.Talk.WriteLine($"{failure.Code} {failure.Message}");
            return ExitCode.UserError;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Talk.WriteLine($"{ErrorCodes.FileAccess} {e.Message.TrimEnd('.')}. Check that the path is there, that you may read and write it, and that the disk is not full.");
            return ExitCode.UserError;
        }
        catch (Exception e)
        {
            screen.Talk.WriteLine($"{ErrorCodes.Bug} This is a bug in Landfall. Please report it with the text below.");
            screen.Talk.WriteLine(e.ToString());
            return ExitCode.Bug;
        }
    }
}
