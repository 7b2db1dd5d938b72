using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Repairing;

/// <summary>Looks at an environment's stacks, says what is stuck and what would be done, asks, and does it.</summary>
/// <param name="project">The project and environment.</param>
/// <param name="target">The account and region.</param>
/// <param name="parameters">What is to be repaired.</param>
/// <param name="context">Who does it.</param>
internal sealed class Repair(Project project, AwsTarget target, RepairParameters parameters, OperationContext context)
{
    /// <summary>Does it.</summary>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <param name="record">Takes down what is changed.</param>
    /// <returns>What was stuck, and what became of it.</returns>
    public async Task<RepairReport> RunAsync(Agreed agreed, ChangeRecord record)
    {
        var (plan, holder) = (project.Plan, await FindLockAsync().ConfigureAwait(false));
        var stuck = await FindAsync().ConfigureAwait(false);
        var report = new RepairReport(plan.App, plan.Environment, stuck, parameters.DryRun) { Lock = holder };
        foreach (var line in RepairWords.Of(report, context.Time.GetUtcNow()))
            context.Watcher.Say(line);
        var mended = stuck.Where(stack => stack.IsMended).ToList();
        if (mended.Count == 0 || parameters.DryRun)
            return report;

        var (change, deletion) = await PlanAsync(stuck).ConfigureAwait(false);
        foreach (var line in deletion.Lines)
            context.Watcher.Say(line);
        RequireUnprotected(deletion, mended);
        await new Gate(context.Watcher).PassAsync(change, agreed, context.Stop).ConfigureAwait(false);
        var question = new Question($"Repair {string.Join(", ", mended.Select(stack => stack.Stack))} of {plan.App} {plan.Environment} as said above?", "Add --yes to repair from a script.");
        await agreed.RequireAsync(question, "Nothing was repaired.", context).ConfigureAwait(false);

        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = await EnvironmentLock.TakeAsync(folder, project, target, "repair", context).ConfigureAwait(false);
        await RequireSameAsync(mended).ConfigureAwait(false);
        record.Begin(mended.Select(stack => new ChangedSubject(stack.Stack, stack.Status, stack.Status)));
        return report with { Stacks = await MendAsync(stuck, deletion, record).ConfigureAwait(false) };
    }

    /// <summary>Finds what is stuck.</summary>
    public async Task<IReadOnlyList<StuckStack>> FindAsync()
    {
        var stacks = RepairChoice.Stacks(project.Plan, await ListAsync().ConfigureAwait(false), parameters.Stacks);
        var diagnosis = new StackDiagnosis(target.Regions, parameters);
        IReadOnlyList<StuckStack> stuck = [.. (await Task.WhenAll(stacks.Select(stack => diagnosis.FindAsync(stack, context.Stop))).ConfigureAwait(false)).OfType<StuckStack>()];
        RepairChoice.RequireFitting(project.Plan, stuck, parameters);
        return stuck;
    }

    /// <summary>Finds what goes with the stacks that are deleted, and what that does.</summary>
    public async Task<(Change Change, DeletionPlan Deletion)> PlanAsync(IReadOnlyList<StuckStack> stuck)
    {
        var doomed = stuck.Where(stack => stack.Remedy == Remedy.Delete).ToDictionary(stack => stack.Stack, StringComparer.Ordinal);
        var stacks = (await ListAsync().ConfigureAwait(false)).Where(stack => doomed.ContainsKey(stack.Name)).ToList();
        var kept = doomed.ToDictionary(one => one.Key, one => (IReadOnlyCollection<string>)[.. parameters.Retain.Where(one.Value.Blocking.Contains)], StringComparer.Ordinal);
        var plan = await new Destroyer(target.Regions, context.Time).PlanAsync(stacks, kept, context.Stop).ConfigureAwait(false);
        var deployed = await Task.WhenAll(stacks.Select(stack => LeftAsync(stack, kept[stack.Name]))).ConfigureAwait(false);
        return (ChangeFinder.Find(project.Plan.Environment, deployed, [], [.. stacks.Select(stack => stack.Name)]), plan);
    }

    /// <summary>A stack with what there still is of it, and is not to stay.</summary>
    private async Task<DeployedStack> LeftAsync(Stack stack, IReadOnlyCollection<string> kept)
    {
        var empty = new DeployedStack(stack, []);
        if (!empty.HasContents)
            return empty;
        var client = target.Regions.ClientOf(stack.Name);
        var template = await StackTemplate.FetchAsync(client, stack.Name, context.Stop).ConfigureAwait(false);
        var there = (await client.ListResourcesAsync(stack.Name, context.Stop).ConfigureAwait(false))
            .Where(resource => resource.Status != "DELETE_COMPLETE" && !kept.Contains(resource.LogicalId)).Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);
        if (template["Resources"] is JsonObject resources)
        {
            foreach (var gone in resources.Select(resource => resource.Key).Where(id => !there.Contains(id)).ToList())
                resources.Remove(gone);
        }

        return new DeployedStack(stack, template);
    }

    private async Task<IReadOnlyList<StuckStack>> MendAsync(IReadOnlyList<StuckStack> stuck, DeletionPlan deletion, ChangeRecord record)
    {
        var ended = new Dictionary<string, StuckStack>(StringComparer.Ordinal);
        foreach (var stack in stuck.Where(stack => stack.IsMended && stack.Remedy != Remedy.Delete))
        {
            var now = await new StackMender(target.Regions.ClientOf(stack.Stack), context).MendAsync(stack, [.. parameters.Skip.Where(stack.Blocking.Contains)]).ConfigureAwait(false);
            record.Became(stack.Stack, now);
            ended[stack.Stack] = stack with { Repaired = true, Now = now };
        }

        if (deletion.Stacks.Count > 0)
            await DeleteAsync(deletion, record).ConfigureAwait(false);
        return [.. stuck.Select(stack => ended.GetValueOrDefault(stack.Stack, stack with { Repaired = stack.Remedy == Remedy.Delete }))];
    }

    private async Task DeleteAsync(DeletionPlan deletion, ChangeRecord record)
    {
        IReadOnlyList<StackReport> reports = [];
        try
        {
            reports = await new Destroyer(target.Regions, context.Time).DestroyAsync(deletion, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        }
        catch (LandfallException e) when (e.Details is FailedDeletion failed)
        {
            reports = failed.Stacks;
            throw;
        }
        finally
        {
            foreach (var gone in reports.Where(report => report.Outcome == StackOutcome.Deleted))
                record.Became(gone.Stack, null);
        }
    }

    /// <summary>What has stood is protected from being taken down by the way; 'destroy' asks for that by name.</summary>
    private static void RequireUnprotected(DeletionPlan deletion, IReadOnlyList<StuckStack> mended)
    {
        var stood = mended.Where(stack => stack.Status == "DELETE_FAILED").Select(stack => stack.Stack).ToHashSet(StringComparer.Ordinal);
        var held = deletion.Protected.Where(resource => stood.Contains(resource.Stack)).Select(resource => resource.ToString())
            .Concat(deletion.Stacks.Where(stack => stack.TerminationProtection && stood.Contains(stack.Name)).Select(stack => stack.Name)).ToList();
        if (held.Count > 0)
            throw new LandfallException(ErrorCodes.Protected, $"Deletion protection is on for {string.Join(", ", held)}; nothing was repaired. 'landfall destroy --unprotect' lifts it and deletes the whole environment; otherwise keep what is protected with --retain.");
    }

    private async Task RequireSameAsync(IReadOnlyList<StuckStack> mended)
    {
        var now = (await ListAsync().ConfigureAwait(false)).ToDictionary(stack => stack.Name, stack => stack.Status, StringComparer.Ordinal);
        if (mended.FirstOrDefault(stack => now.GetValueOrDefault(stack.Stack) != stack.Status) is { } moved)
            throw new LandfallException(ErrorCodes.RepairMoved, $"'{moved.Stack}' was in {moved.Status} when it was looked at, and is {now.GetValueOrDefault(moved.Stack, "gone")} now; nothing was repaired. Run the same command again.");
    }

    private Task<IReadOnlyList<Stack>> ListAsync() => EnvironmentStacks.ListAsync(target.Regions, project.Plan, context.Stop);

    private async Task<LockRecord?> FindLockAsync()
    {
        using var store = new ParameterLockStore(target.Session, project.Plan);
        return await store.ReadAsync(context.Stop).ConfigureAwait(false) is { } found ? LockRecord.Read(found.Text) : null;
    }
}
