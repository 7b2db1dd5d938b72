using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Restoring;

/// <summary>Deletes what 'data restore' has made, and nothing else.</summary>
internal sealed class DataDiscardOperation : Operation<DataDiscardParameters, DataDiscarded>
{
    /// <inheritdoc />
    public override string Name => "data discard";

    /// <inheritdoc />
    public override string Summary => "Delete a database or table that 'data restore' has made; the one that services use is never touched.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override async Task<DataDiscarded> RunAsync(DataDiscardParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await RunAsync(project, target, parameters, agreed, context).ConfigureAwait(false);
    }

    /// <summary>Does it in the AWS that the environment is in.</summary>
    internal async Task<DataDiscarded> RunAsync(Project project, AwsTarget target, DataDiscardParameters parameters, Agreed agreed, OperationContext context)
    {
        using var restorable = Restorables.Of(project.Plan, parameters.Name, target);
        var points = await restorable.ReadAsync(context.Stop).ConfigureAwait(false);
        var copy = points.Copies.FirstOrDefault(one => one.Name == parameters.Copy) ?? throw DataRestoreOperation.CopyUnknown(points, parameters.Copy);
        var discarded = new DataDiscarded(points.App, points.Environment, points.Name, points.Kind, copy, parameters.DryRun);
        if (parameters.DryRun)
            return discarded;
        var question = new Question($"Type '{copy.Name}' to delete it, with what was changed in it since, and no snapshot of it:", "Add --yes to discard from a script.") { Word = copy.Name };
        await agreed.RequireAsync(question, $"{copy.Name} was left as it is.", context).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(points.Name, copy.Name, After: null));
            await restorable.DiscardAsync(copy, context.Stop).ConfigureAwait(false);
            return discarded;
        }).ConfigureAwait(false);
    }
}
