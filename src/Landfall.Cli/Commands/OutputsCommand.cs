using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Deployment;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall outputs</c>.</summary>
internal static class OutputsCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<OutputsParameters, EnvironmentOutputs>(context, new OutputsOperation(), folder, env, local)
        {
            Read = line => new OutputsParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = Render,
            Data = outputs => outputs.Stacks,
        };
    }

    private static void Render(Screen screen, EnvironmentOutputs outputs)
    {
        DeploymentRendering.WriteOutputs(screen, outputs.Stacks);
        if (!outputs.Deployed)
            screen.Talk.WriteLine($"{outputs.App} {outputs.Environment} is not deployed.");
    }
}
