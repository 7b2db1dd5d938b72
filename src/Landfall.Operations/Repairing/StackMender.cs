using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Repairing;

/// <summary>Brings a stack back to where it takes deployments, and waits for that.</summary>
/// <param name="client">CloudFormation in the stack's region.</param>
/// <param name="context">Who does it.</param>
internal sealed class StackMender(CloudFormationClient client, OperationContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Rolls a stack back.</summary>
    /// <param name="stuck">The stack.</param>
    /// <param name="skipped">What is left as it is.</param>
    /// <returns>Its status at the end.</returns>
    /// <exception cref="LandfallException">It does not stand afterwards either.</exception>
    /// <exception cref="InterruptedDeploymentException">A person stopped the waiting.</exception>
    public async Task<string> MendAsync(StuckStack stuck, IReadOnlyList<string> skipped)
    {
        await (stuck.Remedy switch
        {
            Remedy.ContinueRollback => client.ContinueRollbackAsync(stuck.Stack, skipped, context.Stop),
            Remedy.RollBack => client.RollBackAsync(stuck.Stack, context.Stop),
            _ => client.CancelUpdateAsync(stuck.Stack, context.Stop),
        }).ConfigureAwait(false);
        context.Watcher.Say($"{stuck.Stack} is rolled back …");
        var ended = await WaitAsync(stuck).ConfigureAwait(false);
        if (ended is not null && StackStates.Stands(ended.Status))
            return ended.Status;
        var story = ended is null ? null : new StackStory(ended, await client.ListEventsAsync(ended.Id, ended.Updated, context.Stop).ConfigureAwait(false));
        var blocking = story?.Blocking ?? [];
        throw new LandfallException(
            ErrorCodes.RepairFailed,
            $"'{stuck.Stack}' is not repaired: it is in {ended?.Status ?? "DELETE_COMPLETE"}. {ended?.StatusReason}\n{string.Concat(story?.Failures.Where(one => blocking.Contains(one.Resource)).Select(one => $"  {one.Resource} ({one.Type}): {one.Reason}\n") ?? [])}"
            + $"Mend the cause and run 'landfall repair' again{(blocking.Count > 0 ? $", or leave what cannot be mended as it is with --skip {string.Join(' ', blocking)}" : "")}.");
    }

    private async Task<Stack?> WaitAsync(StuckStack stuck)
    {
        var last = stuck.Status;
        try
        {
            while (true)
            {
                var now = await client.FindStackAsync(stuck.Stack, context.Stop).ConfigureAwait(false);
                if (now is null || !StackStates.IsBusy(now.Status))
                    return now;
                last = now.Status;
                await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.Stop.IsCancellationRequested)
        {
            throw new InterruptedDeploymentException($"  {stuck.Stack}: {last}", context.Stop);
        }
    }
}
