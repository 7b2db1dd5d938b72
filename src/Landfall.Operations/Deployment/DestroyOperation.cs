using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Deployment.Protection;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Releases;

namespace Landfall.Operations.Deployment;

/// <summary>Takes an environment down, after its name was typed.</summary>
internal sealed class DestroyOperation : Operation<DestroyParameters, Destruction>
{
    /// <inheritdoc />
    public override string Name => "destroy";

    /// <inheritdoc />
    public override string Summary => "Delete every stack of an environment. Retained data is listed and stays.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(DestroyParameters parameters, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var deployed = await EnvironmentStacks.ReadAsync(target.Regions, project.Plan, context.Stop).ConfigureAwait(false);
        return ChangeOf(project.Plan.Environment, deployed);
    }

    /// <summary>What it does to delete all stacks of an environment.</summary>
    internal static Change ChangeOf(string environment, IReadOnlyList<DeployedStack> deployed) =>
        ChangeFinder.Find(environment, deployed, [], [.. deployed.Select(s => s.Name)]);

    /// <inheritdoc />
    public override async Task<Destruction> RunAsync(DestroyParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(record => DestroyAsync(project, target, parameters.Unprotect, agreed, context, record)).ConfigureAwait(false);
    }

    /// <summary>Takes the environment down in the AWS that it is in.</summary>
    internal async Task<Destruction> DestroyAsync(Project project, AwsTarget target, bool unprotect, Agreed agreed, OperationContext context, ChangeRecord record)
    {
        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = await EnvironmentLock.TakeAsync(folder, project, target, Name, context).ConfigureAwait(false);
        var deployed = await EnvironmentStacks.ListAsync(target.Regions, project.Plan, context.Stop).ConfigureAwait(false);
        var nothing = new Destruction(project.Plan.App, project.Plan.Environment, target.Account, target.Region, [], []);
        var carried = new CarriedValues(target.Regions, project.Plan);
        var released = new ReleasedImages(target.Session, project.Plan);
        if (deployed.Count == 0)
        {
            await released.DeleteAsync(context.Stop).ConfigureAwait(false);
            await carried.BringAsync(context.Stop).ConfigureAwait(false); // an earlier attempt may have ended before it
            return nothing;
        }

        RequireIdle(deployed);
        var destroyer = new Destroyer(target.Regions, context.Time);
        var plan = await destroyer.PlanAsync(deployed, context.Stop).ConfigureAwait(false);
        context.Watcher.Say($"These stacks in {target.Account}, {target.Region} would be deleted: {string.Join(", ", plan.Stacks.Select(s => target.Regions.IsElsewhere(s.Name) ? $"{s.Name} in {target.Regions.Elsewhere[s.Name]}" : s.Name))}.");
        foreach (var line in plan.Lines)
            context.Watcher.Say(line);
        var prefix = project.Plan.Prefix;
        if (!unprotect)
            RequireUnprotected(plan, prefix);
        RequireNoGuests(await SubnetGroupGuests.FindAsync(target.Session, plan, context.Stop).ConfigureAwait(false));
        var question = new Question($"Type '{prefix}' to delete them:", "Add --yes to destroy from a script.") { Word = prefix };
        await agreed.RequireAsync(question, "That was not the name; nothing was deleted.", context).ConfigureAwait(false);

        record.Begin(plan.Stacks.Select(stack => new ChangedSubject(stack.Name, stack.Status, After: null)));
        var began = context.Time.GetTimestamp(); // the time that somebody took to answer is not deletion's
        var reports = await DestroyAsync(destroyer, plan, record, context).ConfigureAwait(false);
        await carried.BringAsync(context.Stop).ConfigureAwait(false);
        await released.DeleteAsync(context.Stop).ConfigureAwait(false);
        return nothing with { Stacks = reports, Retained = plan.Retained, Seconds = Math.Round(context.Time.GetElapsedTime(began).TotalSeconds, 1) };
    }

    private static async Task<IReadOnlyList<StackReport>> DestroyAsync(Destroyer destroyer, DeletionPlan plan, ChangeRecord record, OperationContext context)
    {
        try
        {
            return await destroyer.DestroyAsync(plan, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        }
        catch (LandfallException e) when (e.Details is FailedDeletion)
        {
            foreach (var report in ((FailedDeletion)e.Details).Stacks.Where(stack => stack.Outcome != StackOutcome.Deleted))
                record.Became(report.Stack, report.Outcome == StackOutcome.Failed ? "failed" : "not reached");
            throw;
        }
    }

    private static void RequireIdle(IReadOnlyList<Stack> deployed)
    {
        var busy = deployed.Where(s => StackStates.IsBusy(s.Status)).ToList();
        if (busy.Count > 0)
            throw new LandfallException(ErrorCodes.StackStuck, $"CloudFormation is still at work on {string.Join(", ", busy.Select(s => $"{s.Name} ({s.Status})"))}; nothing was deleted. Run the same command again once it is done.");
    }

    private static void RequireUnprotected(DeletionPlan plan, string prefix)
    {
        if (plan.Stacks.Any(stack => stack.TerminationProtection))
        {
            var stays = plan.Retained.Count == 0 ? "nothing stays" : "only what is listed above stays";
            throw new LandfallException(
                ErrorCodes.Protected, $"'{prefix}' is protected; nothing was deleted. With --unprotect its stacks are deleted, and {stays}.");
        }

        if (plan.Protected.Count > 0)
            throw new LandfallException(ErrorCodes.Protected, $"Deletion protection is on for {string.Join(", ", plan.Protected)}; nothing was deleted. With --unprotect they are deleted too.");
    }

    private static void RequireNoGuests(IReadOnlyList<string> guests)
    {
        if (guests.Count > 0)
        {
            throw new LandfallException(
                ErrorCodes.GroundInUse,
                $"{string.Join(", ", guests)} {(guests.Count == 1 ? "stands" : "stand")} on subnets of this environment, and RDS keeps those until {(guests.Count == 1 ? "it is" : "they are")} gone; nothing was deleted. 'landfall data discard DATABASE COPY' deletes what 'landfall data restore' made; whatever else it is, delete or move it first.");
        }
    }
}
