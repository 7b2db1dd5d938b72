using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Repairing;

/// <summary>Brings stacks out of states in which they take no deployment.</summary>
internal sealed class RepairOperation : Operation<RepairParameters, RepairReport>
{
    /// <inheritdoc />
    public override string Name => "repair";

    /// <inheritdoc />
    public override string Summary => "Show which stacks are stuck and why, and bring them back to where they take deployments.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(RepairParameters parameters, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var repair = new Repair(project, target, parameters, context);
        return (await repair.PlanAsync(await repair.FindAsync().ConfigureAwait(false)).ConfigureAwait(false)).Change;
    }

    /// <inheritdoc />
    public override async Task<RepairReport> RunAsync(RepairParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(record => new Repair(project, target, parameters, context).RunAsync(agreed, record)).ConfigureAwait(false);
    }
}
