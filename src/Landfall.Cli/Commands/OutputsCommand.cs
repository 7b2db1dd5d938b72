using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall outputs</c>: what a deployed environment tells about itself.</summary>
internal static class OutputsCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var local = SharedOptions.Local();
        var json = SharedOptions.Json();
        var command = new Command("outputs", "Print the outputs of the deployed stacks.") { folder, env, local, json };
        command.SetAction((result, cancellation) => RunAsync(
            context, result.GetValue(folder)!, result.GetValue(env), result.GetValue(local), result.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, string folder, string? env, bool local, bool json, CancellationToken cancellation)
    {
        var project = ProjectLoader.Load(folder, env);
        using var target = await Targets.OpenAsync(project.Plan, local, context.Time, cancellation).ConfigureAwait(false);
        var stacks = await EnvironmentStacks.ListAsync(target.Session, project.Plan, cancellation).ConfigureAwait(false);
        var outputs = EnvironmentStacks.Outputs(stacks);
        if (json)
            JsonOutput.Write(context.Screen, outputs);
        else
            DeploymentRendering.WriteOutputs(context.Screen, outputs);
        if (stacks.Count == 0)
            context.Screen.Talk.WriteLine($"{project.Plan.App} {project.Plan.Environment} is not deployed.");
        return ExitCode.Done;
    }
}
