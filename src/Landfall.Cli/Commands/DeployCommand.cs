using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Deployment;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall deploy</c>.</summary>
internal static class DeployCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var only = new Option<string[]>("--only") { AllowMultipleArgumentsPerToken = true };
        return new Door<DeployParameters, DeploymentReport>(context, new DeployOperation(), folder, env, only, local, yes)
        {
            Read = line => new DeployParameters(
                line.GetValue(folder)!, line.GetValue(env), line.GetValue(only) ?? [], line.GetValue(local)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = DeploymentRendering.Write,
        };
    }
}
