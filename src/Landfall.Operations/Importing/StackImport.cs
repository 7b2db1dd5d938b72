using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Importing;

/// <summary>Has CloudFormation take a resource into a stack, and waits for that.</summary>
/// <param name="session">The account and region.</param>
/// <param name="context">Who does it.</param>
internal sealed class StackImport(AwsSession session, OperationContext context)
{
    private const string ChangeSet = "landfall-import";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // At the end nobody waits long for what is taken back.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ImportClient _client = new(session);
    private readonly CloudFormationClient _stacks = new(session);

    /// <summary>Does it.</summary>
    /// <param name="plan">What is taken over.</param>
    /// <param name="began">Called when there is no way back but CloudFormation's own.</param>
    /// <returns>The stack's state at the end.</returns>
    /// <exception cref="LandfallException">CloudFormation refused, and all is as it was.</exception>
    /// <exception cref="InterruptedDeploymentException">A person stopped the waiting, and CloudFormation goes on.</exception>
    public async Task<string> RunAsync(ImportPlan plan, Action began)
    {
        var executed = false;
        try
        {
            await CreateAsync(plan).ConfigureAwait(false);
            context.Stop.ThrowIfCancellationRequested();
            began();
            executed = true;
            await _client.ExecuteAsync(plan.Stack.Name, ChangeSet, context.Stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!executed)
        {
            await TakeBackAsync(plan, e).ConfigureAwait(false);
            throw;
        }

        return await AwaitAsync(plan).ConfigureAwait(false);
    }

    private async Task CreateAsync(ImportPlan plan)
    {
        var (choice, stack) = (plan.Choice, plan.Stack);
        if (plan.Runs is not null)
            await _client.DeleteAsync(stack.Name, ChangeSet, context.Stop).ConfigureAwait(false); // of a run that was killed
        await _client.CreateAsync(
            new ResourceToImport(stack.Name, ChangeSet, plan.Template.ToJsonString(), plan.LogicalId, choice.Kind.Type, choice.Kind.Identifier, choice.AwsName)
            {
                Parameters = [.. (plan.Template["Parameters"]?.AsObject() ?? []).Select(pair => pair.Key)],
                Tags = plan.Runs?.Stack.Tags ?? stack.Tags,
            },
            context.Stop).ConfigureAwait(false);
        while (true)
        {
            var (status, reason) = await _client.ReadAsync(stack.Name, ChangeSet, context.Stop).ConfigureAwait(false);
            if (status == "CREATE_COMPLETE")
                return;
            if (status is not ("CREATE_PENDING" or "CREATE_IN_PROGRESS"))
                throw new LandfallException(ErrorCodes.ImportFailed, $"CloudFormation does not take the {choice.Kind.Word} {choice.AwsName} into '{stack.Name}': {reason ?? status} Nothing was changed. Mend what it says, and run the same command again.");
            await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Nothing is half-done: the change set goes, and with it the stack that it has made, which is empty and would be in the next one's way.
    /// </summary>
    private async Task TakeBackAsync(ImportPlan plan, Exception cause)
    {
        // Not the caller's own token: who stops has to find nothing left behind.
        using var limit = new CancellationTokenSource(Limit, context.Time);
        try
        {
            await _client.DeleteAsync(plan.Stack.Name, ChangeSet, limit.Token).ConfigureAwait(false);
            if (plan.Runs is null && await _stacks.FindStackAsync(plan.Stack.Name, limit.Token).ConfigureAwait(false) is { Status: "REVIEW_IN_PROGRESS" })
                await _stacks.DeleteStackAsync(plan.Stack.Name, limit.Token).ConfigureAwait(false);
            if (cause is OperationCanceledException)
                context.Watcher.Say($"Nothing was taken over: the change set '{ChangeSet}' of '{plan.Stack.Name}' is deleted.");
        }
        catch (Exception e) when (e is AwsException or HttpRequestException or OperationCanceledException)
        {
            context.Watcher.Say($"Nothing was taken over, but the change set '{ChangeSet}' of '{plan.Stack.Name}' may still be there: {e.Message.TrimEnd('.')}. It does nothing; the same command deletes it.");
        }
    }

    private async Task<string> AwaitAsync(ImportPlan plan)
    {
        var last = "IMPORT_IN_PROGRESS";
        try
        {
            while (true)
            {
                var stack = await _stacks.FindStackAsync(plan.Stack.Name, context.Stop).ConfigureAwait(false);
                last = stack?.Status ?? "DELETE_COMPLETE";
                if (!StackStates.IsBusy(last))
                    return last == "IMPORT_COMPLETE" ? last : throw await FailedAsync(plan, stack, last).ConfigureAwait(false);
                await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.Stop.IsCancellationRequested)
        {
            throw new InterruptedDeploymentException($"  {plan.Stack.Name}: {last}", context.Stop);
        }
    }

    private async Task<LandfallException> FailedAsync(ImportPlan plan, Stack? stack, string status)
    {
        var events = stack is null ? [] : await _stacks.ListEventsAsync(stack.Id, stack.Updated, context.Stop).ConfigureAwait(false);
        var reasons = events.Where(one => one.Status.EndsWith("_FAILED", StringComparison.Ordinal) && one.Reason is not null).Select(one => $"\n  {one.LogicalId} ({one.Type}): {one.Reason}").Distinct();
        var advice = events.Select(one => FailureAdvice.ForRefusal(one.Reason ?? "")).FirstOrDefault(one => one is not null);
        return new LandfallException(
            ErrorCodes.ImportFailed,
            $"CloudFormation did not take the {plan.Choice.Kind.Word} {plan.Choice.AwsName} over: '{plan.Stack.Name}' is in {status}. {plan.Choice.AwsName} is as it was, and belongs to no stack.{string.Concat(reasons)}\n{(advice is null ? "Mend the cause" : $"Try: {advice} Then")} and run the same command again; 'landfall repair' helps where the stack takes no change.");
    }
}
