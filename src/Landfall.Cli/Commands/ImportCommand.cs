using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Importing;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall import</c>.</summary>
internal static class ImportCommand
{
    public static Door<ImportParameters, Imported> Create(CommandContext context)
    {
        var (name, folder, env, local, dryRun, yes) = (SharedOptions.Named("name"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new System.CommandLine.Option<bool>("--dry-run"), SharedOptions.Yes());
        return new(context, new ImportOperation(), name, folder, env, local, dryRun, yes)
        {
            Read = line => new ImportParameters(line.GetValue(name)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = ImportRendering.Render,
        };
    }
}
