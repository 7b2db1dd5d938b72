using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Restoring;

/// <summary>Lists what a database or table can be restored from.</summary>
internal sealed class DataSnapshotsOperation : Operation<DataSnapshotsParameters, RestorePoints>
{
    /// <inheritdoc />
    public override string Name => "data snapshots";

    /// <inheritdoc />
    public override string Summary => "List what a database or table can be restored from, with age and size, and the copies that were restored of it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<RestorePoints> RunAsync(DataSnapshotsParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var restorable = Restorables.Of(project.Plan, parameters.Name, target);
        return await restorable.ReadAsync(context.Stop).ConfigureAwait(false);
    }
}
