using Landfall.Aws.Pipelines;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Pipelines;

/// <summary>Takes a pipeline down, after its name was typed. What it has deployed runs on.</summary>
internal sealed class PipelineDestroyOperation : Operation<PipelineDestroyParameters, Destruction>
{
    /// <inheritdoc />
    public override string Name => "pipeline destroy";

    /// <inheritdoc />
    public override string Summary => "Delete a pipeline that AWS runs, with the artifacts and logs of its runs. The environments that it deploys to stay.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(PipelineDestroyParameters parameters, OperationContext context)
    {
        var project = Load(parameters);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return DestroyOperation.ChangeOf(project.Plan.Environment, await EnvironmentStacks.ReadAsync(target.Regions, project.Plan, context.Stop).ConfigureAwait(false));
    }

    /// <inheritdoc />
    public override async Task<Destruction> RunAsync(PipelineDestroyParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = Load(parameters);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        RequireIdle(project.Plan.Prefix, await new PipelineClient(target.Session).ListRunningAsync(project.Plan.Prefix, context.Stop).ConfigureAwait(false));
        foreach (var line in Stays(project.Plan.App, project.Plan.Pipeline!))
            context.Watcher.Say($"  stays: {line}");
        return await new Recorder(project, target, Name, context)
            .RunAsync(record => new DestroyOperation().DestroyAsync(project, target, unprotect: false, agreed, context, record)).ConfigureAwait(false);
    }

    /// <summary>Refuses a pipeline that runs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="running">The runs that have not ended.</param>
    /// <exception cref="LandfallException">There is one.</exception>
    internal static void RequireIdle(string name, IReadOnlyList<string> running)
    {
        if (running.Count > 0)
        {
            throw new LandfallException(
                ErrorCodes.PipelineRuns,
                $"The pipeline '{name}' runs, and a deployment that loses its role in its midst is left half done. Wait, or stop it and let its step end: aws codepipeline stop-pipeline-execution --pipeline-name {name} --pipeline-execution-id {running[0]}");
        }
    }

    /// <summary>What outlives a pipeline.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>A line on each.</returns>
    internal static IEnumerable<string> Stays(string app, PipelinePlan pipeline)
    {
        foreach (var stage in pipeline.Stages)
            yield return $"the environment '{stage.Environment}' ({stage.Account ?? "this account"}, {stage.Region}), as it runs";
        foreach (var stage in pipeline.Stages.Where(stage => stage.Account != pipeline.Account))
            yield return $"the roles that the pipeline took in account {stage.Account} (stack {PipelineExport.RolesStack(app, stage)}), which 'aws cloudformation delete-stack' deletes";
        yield return $"the repository {pipeline.Source.Repository}{(pipeline.Source.Connection is { } connection ? $", and the connection {connection}" : "")}";
    }

    private static Project Load(PipelineDestroyParameters parameters)
    {
        var project = PipelineGround.LoadToDestroy(parameters.Folder, parameters.Pipeline);
        return parameters.Local ? Targets.ForLocal(project) : project;
    }
}
