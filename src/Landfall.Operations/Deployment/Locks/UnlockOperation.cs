using Landfall.Operations.Auditing;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment.Locks;

/// <summary>Breaks the lock of a run that has died.</summary>
internal sealed class UnlockOperation : Operation<UnlockParameters, Unlocked>
{
    /// <inheritdoc />
    public override string Name => "unlock";

    /// <inheritdoc />
    public override string Summary => "Show who works on an environment, and break the lock of a run that has died.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Unlocked> RunAsync(UnlockParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var store = new ParameterLockStore(target.Session, project.Plan);
        return await new Recorder(project, target, Name, context)
            .RunAsync(record => BreakAsync(store, project.Plan.App, project.Plan.Environment, agreed, context, record)).ConfigureAwait(false);
    }

    /// <summary>Breaks the lock of an environment where it is kept.</summary>
    internal static async Task<Unlocked> BreakAsync(ILockStore store, string app, string environment, Agreed agreed, OperationContext context, ChangeRecord record)
    {
        if (await store.ReadAsync(context.Stop).ConfigureAwait(false) is not { } found)
            return new Unlocked(app, environment, null, Broken: false);

        var holder = LockRecord.Read(found.Text);
        context.Watcher.Say(holder is null
            ? $"{app} {environment} has a lock that cannot be read."
            : $"{app} {environment} is locked by {holder.Describe(context.Time.GetUtcNow())}.");
        var question = new Question(
            "Break the lock? If that run is still at work, two will change the environment at once.", "Add --yes to break it from a script.");
        await agreed.RequireAsync(question, "The lock was left as it is.", context).ConfigureAwait(false);
        record.Begin(new ChangedSubject("lock", holder is null ? "unreadable" : $"{holder.User}@{holder.Host}: {holder.Operation}", After: null));
        await store.DeleteAsync(context.Stop).ConfigureAwait(false);
        return new Unlocked(app, environment, holder, Broken: true);
    }
}
