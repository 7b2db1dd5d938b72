using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operator.Playbooks;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall playbook</c>: what the operator does about faults.</summary>
internal static class PlaybookCommand
{
    public static Command Create(CommandContext context) => new("playbook", "Work with playbooks: what the operator does about faults, and when.")
    {
        List(context),
        Show(context),
        Test(context),
    };

    private static Door<PlaybookListParameters, PlaybookList> List(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        return new(context, new PlaybookListOperation(), folder)
        {
            Read = line => new PlaybookListParameters(line.GetValue(folder)!),
            Render = PlaybookRendering.Write,
        };
    }

    private static Door<PlaybookShowParameters, Playbook> Show(CommandContext context)
    {
        var (name, folder) = (SharedOptions.Named("name"), SharedOptions.Folder());
        return new(context, new PlaybookShowOperation(), name, folder)
        {
            Read = line => new PlaybookShowParameters(line.GetValue(name)!, line.GetValue(folder)!),
            Render = PlaybookRendering.Write,
        };
    }

    private static Door<PlaybookTestParameters, PlaybookList> Test(CommandContext context)
    {
        var (folder, file) = (SharedOptions.Folder(), new Option<string?>("--file"));
        return new(context, new PlaybookTestOperation(), folder, file)
        {
            Read = line => new PlaybookTestParameters(line.GetValue(file), line.GetValue(folder)!),
            Render = PlaybookRendering.WriteTest,
            Code = (_, list) => list.Problems.Count == 0 ? ExitCode.Done : ExitCode.UserError,
        };
    }
}
