using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Changes;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        var only = new Option<string[]>("--only") { AllowMultipleArgumentsPerToken = true };
        var against = new Option<string?>("--against") { HelpName = "commit" };
        var output = new Option<string?>("--output") { HelpName = "file" };
        var images = SharedOptions.Images();
        var exitCode = SharedOptions.ChangeExitCode();
        return new Door<DiffParameters, Change>(context, new DiffOperation(), folder, env, only, local, against, output, images, exitCode)
        {
            Read = line => new DiffParameters(
                line.GetValue(folder)!, line.GetValue(env), line.GetValue(only) ?? [], line.GetValue(local), line.GetValue(against), line.GetValue(output))
            {
                Images = line.GetValue(images) ?? [],
            },
            Render = (screen, change) => Write(screen, ChangeText.Brief(change)),
            Detail = (screen, change) => Write(screen, ChangeText.Verbose(change)),
            Code = (line, change) => line.GetValue(exitCode) && !change.IsEmpty ? ExitCode.Change : ExitCode.Done,
        };
    }

    /// <summary>Writes lines, broken where the terminal ends.</summary>
    public static void Write(Screen screen, IEnumerable<string> lines)
    {
        foreach (var line in lines.SelectMany(line => HangingLines.Of(line, screen.Data.Profile.Width)))
            screen.Data.Profile.Out.Writer.WriteLine(line);
    }
}
