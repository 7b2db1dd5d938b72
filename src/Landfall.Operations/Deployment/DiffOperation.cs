using Landfall.Config;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployment would change; changes nothing.</summary>
internal sealed class DiffOperation : Operation<DiffParameters, Differences>
{
    /// <inheritdoc />
    public override string Name => "diff";

    /// <inheritdoc />
    public override string Summary => "Show what 'deploy' would change, without changing it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<Differences> RunAsync(DiffParameters parameters, Agreed agreed, OperationContext context)
    {
        var say = context.Watcher.Say;
        var project = ProjectLoader.LoadWithTags(parameters.Folder, parameters.Environment);
        if (parameters.Local)
            project = Targets.ForLocal(project);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var alone = await FolderLock.TakeAsync(project.EnvironmentFolder, say, context.Time, context.Stop).ConfigureAwait(false);
        var output = project.AssemblyFolder(parameters.Local);
        await Synthesizer.SynthesizeAsync(new SynthesisRequest(project, output, Check: false), say, context.Stop).ConfigureAwait(false);

        var tools = await ToolInstaller.EnsureAsync(say, context.Stop).ConfigureAwait(false);
        var cdk = new CdkCli(tools, target, Path.Combine(project.EnvironmentFolder, "diff.log"));
        var lines = new List<string>();
        var result = await cdk.RunAsync(
            ["diff", "--app", output, "--no-change-set"],
            line =>
            {
                lock (lines)
                    lines.Add(line);
            },
            context.Stop).ConfigureAwait(false);
        return result.ExitCode == 0
            ? new Differences(project.Plan.App, project.Plan.Environment, string.Join('\n', lines))
            : throw new LandfallException(ErrorCodes.ComparisonFailed, $"The CDK CLI could not compare; its output is in {cdk.LogFile}.");
    }
}
