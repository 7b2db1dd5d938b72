using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>
/// Makes stacks ready to be deployed: waits for what CloudFormation is still at, deletes what a failed creation has left, and
/// refuses what a person has to look at.
/// </summary>
/// <param name="regions">The regions that the stacks are in.</param>
/// <param name="plan">The environment.</param>
/// <param name="time">The clock.</param>
internal sealed class StackReadiness(StackRegions regions, AppPlan plan, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Makes stacks ready.</summary>
    /// <param name="names">The stacks that are about to be deployed; not all are there.</param>
    /// <param name="deployed">The environment's stacks as they were read a moment ago.</param>
    /// <param name="say">Gets a line for a person when something is done or waited for.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True when that has changed what is deployed.</returns>
    /// <exception cref="LandfallException">A stack is in a state that deploying does not end.</exception>
    public async Task<bool> MakeAsync(
        IEnumerable<string> names, IReadOnlyList<DeployedStack> deployed, Action<string> say, CancellationToken stop)
    {
        var changed = false;
        foreach (var (name, found) in await FindAsync([.. names], deployed, stop).ConfigureAwait(false))
        {
            if (found is not null)
                ForeignStacks.Refuse(found, regions, plan);
            var (stack, waited) = await WaitAsync(name, found, say, stop).ConfigureAwait(false);
            changed |= waited;
            if (stack is null)
                continue;
            if (await FailedCreation.HasLeftAsync(stack, regions.ClientOf(name), stop).ConfigureAwait(false))
            {
                await ClearAsync(stack, say, stop).ConfigureAwait(false);
                changed = true;
            }
            else if (stack.Status == "DELETE_FAILED")
            {
                throw new LandfallException(ErrorCodes.StackStuck, $"'{name}' is half deleted: {stack.StatusReason} It can only be deleted. 'landfall repair' goes on with it, and 'landfall destroy' with the whole environment; then deploy again.");
            }
            else if (stack.Status is "UPDATE_ROLLBACK_FAILED" or "UPDATE_FAILED")
            {
                throw new LandfallException(ErrorCodes.StackStuck, $"'{name}' could not be rolled back: {stack.StatusReason} Mend the cause, run 'landfall repair', then deploy again.");
            }
        }

        return changed;
    }

    /// <summary>A stack that is somebody else's only shows when it is asked for by its name.</summary>
    private async Task<IReadOnlyList<(string Name, Stack? Stack)>> FindAsync(
        IReadOnlyList<string> names, IReadOnlyList<DeployedStack> deployed, CancellationToken stop)
    {
        var known = deployed.ToDictionary(d => d.Name, d => d.Stack, StringComparer.Ordinal);
        return await Task.WhenAll(names.Select(async name =>
            (name, known.GetValueOrDefault(name) ?? await regions.ClientOf(name).FindStackAsync(name, stop).ConfigureAwait(false)))).ConfigureAwait(false);
    }

    private async Task<(Stack? Stack, bool Waited)> WaitAsync(string name, Stack? stack, Action<string> say, CancellationToken stop)
    {
        var told = "";
        while (true)
        {
            if (stack is null || !StackStates.IsBusy(stack.Status))
                return (stack, told.Length > 0);
            if (told != stack.Status)
                say($"CloudFormation is still at work on {name} ({stack.Status}); waiting for it to end …");
            told = stack.Status;
            await Task.Delay(Pause, time, stop).ConfigureAwait(false);
            stack = await regions.ClientOf(name).FindStackAsync(name, stop).ConfigureAwait(false);
        }
    }

    private async Task ClearAsync(Stack stack, Action<string> say, CancellationToken stop)
    {
        say($"{stack.Name} could not be created before; deleting what that has left …");
        var plan = await new Destroyer(regions, time).PlanAsync([stack], stop).ConfigureAwait(false);
        var report = await new StackDeletion(regions.SessionOf(stack.Name), time).RunAsync(stack, [.. plan.Doomed[stack.Name]], [], stop).ConfigureAwait(false);
        if (report.Reason is not null)
            throw new LandfallException(ErrorCodes.StackStuck, $"'{stack.Name}' could not be created before, and what that has left cannot be deleted: {report.Reason} Mend the cause and deploy again.");
    }
}
