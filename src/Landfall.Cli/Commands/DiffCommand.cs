using System.CommandLine;
using Landfall.Operations.Deployment;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<DiffParameters, Differences>(context, new DiffOperation(), folder, env, local)
        {
            Read = line => new DiffParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = (screen, differences) => screen.Data.Profile.Out.Writer.WriteLine(differences.Text),
        };
    }
}
