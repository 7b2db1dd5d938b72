using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment;

/// <summary>Deletes stacks and waits for the end.</summary>
/// <param name="client">CloudFormation.</param>
/// <param name="time">The clock.</param>
internal sealed class StackDeleter(CloudFormationClient client, TimeProvider time)
{
    /// <summary>Tries to delete a stack once.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="kept">Logical ids of resources that stay in the account; only for a stack whose deletion has failed.</param>
    /// <param name="cancellation">Stops waiting; CloudFormation goes on.</param>
    /// <returns>Null when the stack is gone, or CloudFormation's reason why it is not.</returns>
    /// <exception cref="InterruptedDeploymentException">A person stopped the waiting.</exception>
    public async Task<string?> TryDeleteAsync(Stack stack, IReadOnlyCollection<string> kept, CancellationToken cancellation)
    {
        await client.DeleteStackAsync(stack.Name, kept, cancellation).ConfigureAwait(false);
        try
        {
            return await WaitAsync(stack, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new InterruptedDeploymentException($"  {stack.Name}: DELETE_IN_PROGRESS", cancellation);
        }
    }

    private async Task<string?> WaitAsync(Stack stack, CancellationToken cancellation)
    {
        while (true)
        {
            // By id: a deleted stack is not found by its name.
            var now = await client.FindStackAsync(stack.Id, cancellation).ConfigureAwait(false);
            if (now is null or { Status: "DELETE_COMPLETE" })
                return null;
            if (now.Status == "DELETE_FAILED")
                return now.StatusReason ?? "CloudFormation gives no reason.";
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation).ConfigureAwait(false);
        }
    }
}
