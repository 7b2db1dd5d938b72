using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Pipelines;

/// <summary>Opens what a pipeline's stack stands on. A pipeline is deployed in the place of an environment.</summary>
internal static class PipelineGround
{
    /// <summary>Loads the file and resolves a pipeline that AWS runs.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="name">The pipeline, or null for the only one.</param>
    /// <returns>The project, with the pipeline in the place of an environment.</returns>
    /// <exception cref="LandfallException">There is no such pipeline, or AWS does not run it.</exception>
    public static Project Load(string folder, string? name) => Load(folder, name, PipelineLoader.Resolve);

    /// <summary>The same for what installs nothing any more, so that the repository need not say which version.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="name">The pipeline, or null for the only one.</param>
    /// <returns>The project, with the pipeline in the place of an environment.</returns>
    /// <exception cref="LandfallException">There is no such pipeline, or AWS does not run it.</exception>
    public static Project LoadToDestroy(string folder, string? name) => Load(folder, name, PipelineLoader.Find);

    private static Project Load(string folder, string? name, Func<LoadedConfig, string?, PipelinePlan> resolve)
    {
        var loaded = ProjectLoader.LoadFile(folder);
        var pipeline = resolve(loaded, name);
        if (pipeline.Source.Host is PipelineHost.Github or PipelineHost.Gitlab)
        {
            var service = pipeline.Source.Host == PipelineHost.Github ? "github" : "gitlab";
            throw new LandfallException(
                ErrorCodes.PipelineService,
                $"The pipeline's source is '{service}', which runs it: AWS has nothing to deploy for it. 'landfall pipeline export {service} {FolderArgument.Of(folder)}' writes its file.");
        }

        return new Project(loaded.Root, PlanResolver.ResolvePipelineStack(loaded.Config!, pipeline));
    }

    /// <summary>Opens the AWS that a pipeline is deployed to.</summary>
    /// <param name="parameters">Which one.</param>
    /// <param name="context">Who deploys.</param>
    /// <returns>The ground.</returns>
    /// <exception cref="LandfallException">There is no such pipeline, or the credentials are another account's.</exception>
    public static async Task<DeploymentGround> OpenAsync(PipelineDeployParameters parameters, OperationContext context)
    {
        var project = Load(parameters.Folder, parameters.Pipeline);
        var local = parameters.Local
            ? (await new LocalAwsServer(context.Time).EnsureAsync(context.Watcher.Say, context.Stop).ConfigureAwait(false)).State
            : null;
        if (parameters.Local)
            project = Targets.ForLocal(project);
        return new DeploymentGround(project, await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false), local);
    }
}
