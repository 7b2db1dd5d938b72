using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Releases;

/// <summary>
/// Updates a stack with the template and the parameters that it has, and follows it. "CloudFormation always fetches the latest
/// values from Parameter Store when it updates stacks" (CloudFormation User Guide, "Systems Manager parameter types").
/// </summary>
/// <param name="target">The account and region.</param>
/// <param name="services">Watches the tasks meanwhile.</param>
/// <param name="context">Who asks for it.</param>
internal sealed class StackUpdate(AwsTarget target, FailingServices services, OperationContext context)
{
    private TimeSpan Pause => target.IsLocal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(3);

    /// <summary>Updates it.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="stop">Stops watching; CloudFormation finishes what it has begun.</param>
    /// <returns>What failed, and was rolled back; null where it ended well, or where nothing has changed.</returns>
    public async Task<StackFailure?> RunAsync(Stack stack, CancellationToken stop)
    {
        var client = target.Regions.ClientOf(stack.Name);
        var watcher = new StackWatcher(client, stack.Name, (await client.ListResourcesAsync(stack.Name, stop).ConfigureAwait(false)).Count, context.Time.GetUtcNow());
        await watcher.BeginAsync(stop).ConfigureAwait(false);
        try
        {
            await client.UpdateParametersAsync(stack, new Dictionary<string, string>(), stop).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code == "ValidationError" && e.AwsMessage.Contains("No updates are to be performed", StringComparison.Ordinal))
        {
            return null;
        }

        while (true)
        {
            await watcher.PollAsync(stop).ConfigureAwait(false);
            context.Watcher.Show([watcher.Progress]);
            var now = await client.FindStackAsync(stack.Id, stop).ConfigureAwait(false);
            if (now is null || !StackStates.IsBusy(now.Status))
                await services.ConcludeAsync(stop).ConfigureAwait(false);
            if (now?.Status is "UPDATE_COMPLETE" or "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
                return null;
            if (now is null || !StackStates.IsBusy(now.Status))
            {
                await watcher.PollAsync(stop).ConfigureAwait(false);
                var failure = services.Explain(stack.Name, watcher.Failure) ?? new StackFailure(stack.Name, stack.Name, "AWS::CloudFormation::Stack", now?.StatusReason ?? "the stack is gone.");
                return failure with { StackStatus = now?.Status ?? "" };
            }

            await services.LookAsync([watcher], stop).ConfigureAwait(false);
            await Task.Delay(Pause, context.Time, stop).ConfigureAwait(false);
        }
    }
}
