using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Restoring;

/// <summary>
/// Restores a database or table beside the one that services use, which goes on as it is: what is in it now stays, and somebody looks at
/// both before anything is copied back (ADR 27).
/// </summary>
internal sealed class DataRestoreOperation : Operation<DataRestoreParameters, DataRestored>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    public override string Name => "data restore";

    /// <inheritdoc />
    public override string Summary => "Restore a database or table as it was, beside the one that services use, which stays as it is.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<DataRestored> RunAsync(DataRestoreParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await RunAsync(project, target, parameters, agreed, context).ConfigureAwait(false);
    }

    /// <summary>Does it in the AWS that the environment is in.</summary>
    internal async Task<DataRestored> RunAsync(Project project, AwsTarget target, DataRestoreParameters parameters, Agreed agreed, OperationContext context)
    {
        using var restorable = Restorables.Of(project.Plan, parameters.Name, target);
        var points = await restorable.ReadAsync(context.Stop).ConfigureAwait(false);
        if (parameters.Finish is { } left)
            return await FinishAsync(project, target, restorable, points, left, parameters, context).ConfigureAwait(false);

        var choice = await RestoreChoices.OfAsync(restorable, points, parameters.Snapshot, parameters.At, context.Stop).ConfigureAwait(false);
        var plan = await restorable.PlanAsync(choice, context.Time.GetUtcNow(), context.Stop).ConfigureAwait(false);
        var restored = Of(points, new RestoredCopy(plan.Copy, choice.Words, "planned"), parameters.DryRun) with { Cost = plan.Cost, Note = plan.Note };
        if (parameters.DryRun)
            return restored;
        var question = new Question(
            $"Restore {points.Name} of {points.App} {points.Environment} from {choice.Words} as {plan.Copy}? {points.Name} itself stays as it is. The copy costs {plan.Cost}.", "Add --yes to restore from a script.");
        await agreed.RequireAsync(question, "Nothing was restored.", context).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(points.Name, Before: null, $"{plan.Copy}, from {choice.Words}"));
            await plan.BeginAsync(context.Stop).ConfigureAwait(false);
            return restored with { Copy = await AwaitAsync(restorable, points, plan.Copy, context).ConfigureAwait(false) };
        }).ConfigureAwait(false);
    }

    private static DataRestored Of(RestorePoints points, RestoredCopy copy, bool dryRun) => new(points.App, points.Environment, points.Name, points.Kind, copy, dryRun);

    private async Task<DataRestored> FinishAsync(
        Project project, AwsTarget target, IRestorable restorable, RestorePoints points, string left, DataRestoreParameters parameters, OperationContext context)
    {
        if (parameters.Snapshot is not null || parameters.At is not null)
            throw new LandfallException(ErrorCodes.RestoreChoice, $"--finish goes on with {left}, which was made of something already. Leave {(parameters.At is null ? "--snapshot" : "--at")} out.");
        var copy = points.Copies.FirstOrDefault(one => one.Name == left) ?? throw CopyUnknown(points, left);
        if (parameters.DryRun)
            return Of(points, copy, dryRun: true);
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(points.Name, copy.Name, copy.Name));
            return Of(points, await AwaitAsync(restorable, points, copy.Name, context).ConfigureAwait(false), dryRun: false);
        }).ConfigureAwait(false);
    }

    /// <summary>What is wrong where there is no copy of this name.</summary>
    internal static LandfallException CopyUnknown(RestorePoints points, string name) => new(
        ErrorCodes.CopyUnknown,
        $"'{name}' is not restored from '{points.Name}' by 'landfall data restore'. {(points.Copies.Count == 0 ? "Nothing is." : $"These are: {string.Join(", ", points.Copies.Select(copy => copy.Name))}.")}");

    /// <summary>Until it can be used. AWS goes on where this is stopped.</summary>
    private static async Task<RestoredCopy> AwaitAsync(IRestorable restorable, RestorePoints points, string name, OperationContext context)
    {
        var said = "";
        try
        {
            while (true)
            {
                var copy = await restorable.AdvanceAsync(name, context.Stop).ConfigureAwait(false)
                    ?? throw new LandfallException(ErrorCodes.RestoreFailed, $"{name} is gone from AWS before it could be used: somebody has deleted it. Run the same command again.");
                if (copy.Ready)
                    return copy;
                if (copy.State != said)
                    context.Watcher.Say($"Waiting for {name}: {copy.State} …");
                said = copy.State;
                await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.Stop.IsCancellationRequested)
        {
            context.Watcher.Say(
                $"AWS goes on to make {name}, which costs. 'landfall data snapshots {points.Name}' shows how it is, 'landfall data restore {points.Name} --finish {name}' waits for the rest, 'landfall data discard {points.Name} {name}' removes it.");
            throw;
        }
    }
}
