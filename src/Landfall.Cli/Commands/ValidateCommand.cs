using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall validate</c>: every problem in one run.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var json = SharedOptions.Json();
        var command = new Command("validate", "Check the file; list every problem as file:line:column code message.") { folder, json };
        command.SetAction(result => Run(context.Screen, result.GetValue(folder)!, result.GetValue(json)));
        return command;
    }

    private static int Run(Screen screen, string folder, bool json)
    {
        var loaded = ConfigLoader.Load(folder, Environment.GetEnvironmentVariable);
        var errors = loaded.Problems.Count(p => p.Severity == ProblemSeverity.Error);
        if (json)
        {
            JsonOutput.Write(screen, new { loaded.File, Valid = errors == 0, loaded.Problems });
        }
        else
        {
            foreach (var problem in loaded.Problems)
                screen.Data.Profile.Out.Writer.WriteLine(problem.ToString());
            screen.Talk.WriteLine(errors > 0
                ? $"{errors} {(errors == 1 ? "problem" : "problems")} in {loaded.File}."
                : $"{loaded.File} is valid: {string.Join(", ", loaded.EnvironmentNames)}.");
        }

        return errors == 0 ? ExitCode.Done : ExitCode.UserError;
    }
}
