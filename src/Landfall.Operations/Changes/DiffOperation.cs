using Landfall.Operations.Accounts;
using Landfall.Operations.Changes.Against;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Images;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Changes;

/// <summary>What a deployment would do; touches nothing but Landfall's own files.</summary>
internal sealed class DiffOperation : Operation<DiffParameters, Change>
{
    /// <inheritdoc />
    public override string Name => "diff";

    /// <inheritdoc />
    public override string Summary => "Show what 'deploy' would change, without changing it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<Change> RunAsync(DiffParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.LoadKnown(
            parameters.Folder, parameters.Environment, parameters.Local, BuildServer.IsHere(Environment.GetEnvironmentVariable));
        StackChoice.RequireKnown(project.Plan, parameters.Only);
        return await OfAsync(parameters.Local ? Targets.ForLocal(project) : project, parameters, context).ConfigureAwait(false);
    }

    /// <summary>Compares what a project wants with what runs, or with a commit.</summary>
    /// <param name="project">The project, of the account that is asked.</param>
    /// <param name="parameters">What to compare.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The change.</returns>
    internal static async Task<Change> OfAsync(Project project, DiffParameters parameters, OperationContext context)
    {
        using var alone = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        var change = parameters.Against is { } commit
            ? await AgainstAsync(project, commit, parameters, context).ConfigureAwait(false)
            : await AgainstWhatRunsAsync(project, parameters, context).ConfigureAwait(false);
        if (parameters.Output is { } file)
            await ChangeFile.WriteAsync(file, change, context.Stop).ConfigureAwait(false);
        return change;
    }

    private static async Task<Change> AgainstAsync(Project project, string commit, DiffParameters parameters, OperationContext context)
    {
        var earlier = await CommitStacks.OfAsync(project, commit, parameters.Local, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        return (await CompareAsync(project, earlier, parameters, context).ConfigureAwait(false)).Change;
    }

    private static async Task<Change> AgainstWhatRunsAsync(Project project, DiffParameters parameters, OperationContext context)
    {
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var deployed = await EnvironmentStacks.ReadAsync(target.Regions, project.Plan, context.Stop).ConfigureAwait(false);
        if (!parameters.Local && deployed.Count > 0)
            project = await PublishedImages.FindAsync(project, target.Session, BuiltImages.Open(parameters.Images), context.Stop).ConfigureAwait(false);
        var (change, chosen) = await CompareAsync(project, deployed, parameters, context).ConfigureAwait(false);
        await ForeignStacks.RefuseAsync(target.Regions, project.Plan, chosen.Select(s => s.Name), deployed, context.Stop).ConfigureAwait(false);
        change = await NewServiceRoles.AddAsync(change, chosen, new ServiceRoleRecord(project, parameters.Local).Services, target.Session, context.Stop).ConfigureAwait(false);
        return await LostAmounts.AddAsync(change, target.Regions, context.Stop).ConfigureAwait(false);
    }

    private static async Task<(Change Change, IReadOnlyList<AssemblyStack> Chosen)> CompareAsync(
        Project project, IReadOnlyList<DeployedStack> deployed, DiffParameters parameters, OperationContext context)
    {
        var assembly = await Synthesizer.AssembleAsync(project, parameters.Local, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        var wanted = SettledTemplates.Of(deployed, assembly.Stacks);
        var chosen = StackChoice.Choose(assembly with { Stacks = wanted }, project.Plan, parameters.Only);
        var plan = PassPlanner.PlanOnly(deployed, wanted, chosen);
        return (PlannedChange.Of(project.Plan.Environment, deployed, plan, removes: true) with { Renamed = Renaming.In(project.Plan) }, chosen);
    }
}
