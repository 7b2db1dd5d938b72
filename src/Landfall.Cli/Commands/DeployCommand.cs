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
        var rollback = new Option<bool>("--rollback-on-failure")
        {
            Description = "Roll a stack back when the first task of its service fails, without asking.",
        };
        var accept = SharedOptions.Accept();
        var change = new Option<string?>("--change") { HelpName = "file" };
        var images = SharedOptions.Images();
        var exitCode = new Option<bool>("--exit-code") { Description = "End with 4 when something that is no longer in the file was left in place." };
        return new Door<DeployParameters, DeploymentReport>(context, new DeployOperation(), folder, env, only, local, yes, accept, change, images, rollback, exitCode)
        {
            Read = line => new DeployParameters(
                line.GetValue(folder)!, line.GetValue(env), line.GetValue(only) ?? [], line.GetValue(local))
            {
                Change = line.GetValue(change),
                Images = line.GetValue(images) ?? [],
                RollbackOnFailure = line.GetValue(rollback),
            },
            Agree = line => new Agreed(line.GetValue(yes)) { Accept = line.GetValue(accept) ?? [] },
            Code = (line, report) => line.GetValue(exitCode) && report.LeavesSomething ? ExitCode.Change : ExitCode.Done,
            Render = DeploymentRendering.Write,
            Detail = DeploymentRendering.WriteAll,
        };
    }
}
