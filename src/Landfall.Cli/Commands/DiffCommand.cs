using System.CommandLine;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;
using Landfall.Operations.Toolchain;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall diff</c>: what a deployment would change; changes nothing.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var local = SharedOptions.Local();
        var command = new Command("diff", "Show what 'deploy' would change, without changing it.") { folder, env, local };
        command.SetAction((result, cancellation) => RunAsync(
            context, result.GetValue(folder)!, result.GetValue(env), result.GetValue(local), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string folder, string? env, bool local, CancellationToken cancellation)
    {
        var screen = context.Screen;
        var project = ProjectLoader.LoadWithTags(folder, env);
        if (local)
            project = Targets.ForLocal(project);
        using var target = await Targets.OpenAsync(project.Plan, local, context.Time, cancellation).ConfigureAwait(false);
        using var alone = await FolderLock.TakeAsync(
            project.EnvironmentFolder, screen.Talk.WriteLine, context.Time, cancellation).ConfigureAwait(false);
        var output = project.AssemblyFolder(local);
        await Synthesizer.SynthesizeAsync(new SynthesisRequest(project, output, Check: false), screen.Talk.WriteLine, cancellation).ConfigureAwait(false);

        var tools = await ToolInstaller.EnsureAsync(screen.Talk.WriteLine, cancellation).ConfigureAwait(false);
        var cdk = new CdkCli(tools, target, Path.Combine(project.EnvironmentFolder, "diff.log"));
        var result = await cdk.RunAsync(
            ["diff", "--app", output, "--no-change-set"], screen.Data.Profile.Out.Writer.WriteLine, cancellation).ConfigureAwait(false);
        return result.ExitCode == 0
            ? ExitCode.Done
            : throw new LandfallException(ErrorCodes.ComparisonFailed, $"The CDK CLI could not compare; its output is in {cdk.LogFile}.");
    }
}
