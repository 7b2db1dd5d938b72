using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall validate</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        return new Door<ValidateParameters, CheckedFile>(context, new ValidateOperation(), folder)
        {
            Read = line => new ValidateParameters(line.GetValue(folder)!),
            Render = Render,
            Data = Data,
            Code = (_, file) => file.Valid ? ExitCode.Done : ExitCode.UserError,
        };
    }

    private static void Render(Screen screen, CheckedFile file)
    {
        foreach (var problem in file.Problems)
            screen.Data.Profile.Out.Writer.WriteLine(problem.ToString());
        var errors = file.Problems.Count(p => p.Severity == ProblemSeverity.Error);
        screen.Talk.WriteLine(file.Valid
            ? $"{file.File} is valid: {string.Join(", ", file.Environments)}."
            : $"{errors} {(errors == 1 ? "problem" : "problems")} in {file.File}.");
        foreach (var choice in file.Choices)
            screen.Talk.WriteLine(choice);
    }

    /// <summary>A script finds the error where it finds that of every command.</summary>
    private static object Data(CheckedFile file) => file.Valid
        ? new { file.File, file.Valid, file.Problems, file.Choices }
        : new { file.File, file.Valid, file.Problems, Error = new { Code = ErrorCodes.FileInvalid, Message = "The file has problems." } };
}
