using Landfall.Aws.CloudFormation;
using Landfall.Config;

namespace Landfall.Cli.Deployment;

/// <summary>Deletes stacks and waits for the end.</summary>
/// <param name="client">CloudFormation.</param>
/// <param name="time">The clock.</param>
internal sealed class StackDeleter(CloudFormationClient client, TimeProvider time)
{
    /// <summary>Deletes a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="cancellation">Stops waiting; CloudFormation goes on.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="LandfallException">CloudFormation could not delete it.</exception>
    public async Task<StackReport> DeleteAsync(Stack stack, CancellationToken cancellation)
    {
        if (stack.TerminationProtection)
            throw new LandfallException("LF5060", $"'{stack.Name}' is protected against deletion. Take 'protect: true' out of the file and deploy, then try again.");

        var began = time.GetTimestamp();
        var resources = await client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false);
        await client.DeleteStackAsync(stack.Name, cancellation).ConfigureAwait(false);
        while (true)
        {
            // By id: a deleted stack is not found by its name.
            var now = await client.FindStackAsync(stack.Id, cancellation).ConfigureAwait(false);
            if (now is null or { Status: "DELETE_COMPLETE" })
                return new StackReport(stack.Name, StackOutcome.Deleted, resources.Count, time.GetElapsedTime(began).TotalSeconds);
            if (now.Status == "DELETE_FAILED")
                throw new LandfallException("LF5061", $"'{stack.Name}' could not be deleted: {now.StatusReason ?? "CloudFormation gives no reason."}");
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation).ConfigureAwait(false);
        }
    }
}
