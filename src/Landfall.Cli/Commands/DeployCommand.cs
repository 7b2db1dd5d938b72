using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall deploy</c>: from the file to running stacks.</summary>
internal static class DeployCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var only = new Option<string[]>("--only")
        {
            Description = "Deploy only these stacks, named by service, as network, data, edge, or by the end of an added stack's name.",
            AllowMultipleArgumentsPerToken = true,
        };
        var local = SharedOptions.Local();
        var yes = SharedOptions.Yes();
        var json = SharedOptions.Json();
        var command = new Command("deploy", "Build, synthesise and deploy an environment.") { folder, env, only, local, yes, json };
        command.SetAction((result, cancellation) => RunAsync(
            context,
            new DeployRequest(
                result.GetValue(folder)!, result.GetValue(env), result.GetValue(only) ?? [], result.GetValue(local), result.GetValue(yes)),
            result.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, DeployRequest request, bool json, CancellationToken cancellation)
    {
        var screen = context.Screen;
        DeploymentReport? report;
        try
        {
            report = await new Deployer(new DeployView(screen), context.Time).DeployAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (LandfallException e) when (e.Details is FailedDeployment failed)
        {
            DeploymentRendering.WriteFailure(screen, failed);
            if (json)
                JsonOutput.Write(screen, new { failed.Stacks, failed.Failures, failed.LogFile });
            return ExitCode.UserError;
        }

        if (report is null)
        {
            screen.Talk.WriteLine("Nothing was deployed.");
            return ExitCode.UserError;
        }

        if (json)
            JsonOutput.Write(screen, report);
        else
            DeploymentRendering.Write(screen, report);
        return ExitCode.Done;
    }
}
