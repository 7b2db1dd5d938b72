using System.CommandLine;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall synth</c>: the CloudFormation templates, without touching AWS.</summary>
internal static class SynthCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var output = new Option<string?>("--output", "-o") { Description = "The folder for the templates; .landfall/ENV/cdk.out by default." };
        var check = new Option<bool>("--check") { Description = "Also run CDK's template validation and cdk-nag's AwsSolutions rules." };
        var command = new Command("synth", "Write the CloudFormation templates of one environment.") { folder, env, output, check };
        command.SetAction((result, cancellation) => RunAsync(
            context, result.GetValue(folder)!, result.GetValue(env), result.GetValue(output), result.GetValue(check), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, string folder, string? env, string? output, bool check, CancellationToken cancellation)
    {
        var project = ProjectLoader.LoadWithTags(folder, env);
        var target = Path.GetFullPath(output ?? project.AssemblyFolder(local: false));
        using var alone = await FolderLock.TakeAsync(
            project.EnvironmentFolder, context.Screen.Talk.WriteLine, context.Time, cancellation).ConfigureAwait(false);
        var wrote = await Synthesizer.SynthesizeAsync(
            new SynthesisRequest(project, target, check), context.Screen.Talk.WriteLine, cancellation).ConfigureAwait(false);
        context.Screen.Talk.WriteLine(wrote ? "Templates written to:" : "Nothing has changed; the templates are current in:");
        context.Screen.Data.Profile.Out.Writer.WriteLine(target);
        return ExitCode.Done;
    }
}
