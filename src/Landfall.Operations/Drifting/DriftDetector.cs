using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Drifting;

/// <summary>Has CloudFormation compare a stack with what is in the account, and waits for it.</summary>
/// <param name="regions">The regions that stacks are in.</param>
/// <param name="time">The clock.</param>
internal sealed class DriftDetector(StackRegions regions, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // "DetectStackDrift can take up to several minutes, depending on the number of resources" (CloudFormation API Reference).
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    // CloudFormation User Guide, "Detect drift on an entire stack": it looks at stacks in these states alone.
    private static readonly string[] Comparable = ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED"];

    /// <summary>Whether CloudFormation looks at a stack in its state.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>True or false.</returns>
    public static bool Takes(Stack stack) => Comparable.Contains(stack.Status, StringComparer.Ordinal);

    /// <summary>Compares a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="stop">Gives up waiting; CloudFormation ends its comparison, which changes nothing.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="LandfallException">CloudFormation did not finish.</exception>
    public async Task<StackDrift?> CompareAsync(DeployedStack stack, CancellationToken stop)
    {
        var client = new DriftClient(regions.SessionOf(stack.Name));
        var resources = regions.ClientOf(stack.Name).ListResourcesAsync(stack.Name, stop);
        var detection = await client.StartAsync(stack.Name, stop).ConfigureAwait(false);
        var end = time.GetUtcNow() + Longest;
        DriftDetection state;
        while ((state = await client.ReadAsync(detection, stop).ConfigureAwait(false)).Status == "DETECTION_IN_PROGRESS")
        {
            if (time.GetUtcNow() >= end)
                throw new LandfallException(ErrorCodes.DriftUnfinished, $"CloudFormation has looked for drift in '{stack.Name}' for {Longest.TotalMinutes:0} minutes and has not finished. Nothing was changed. Run the same command again later.");
            await Task.Delay(Pause, time, stop).ConfigureAwait(false);
        }

        // "The stack drift detection operation has failed for at least one resource in the stack. Results will be available for
        // resources on which CloudFormation successfully completed drift detection" (DescribeStackDriftDetectionStatus).
        var failed = state.Status == "DETECTION_FAILED" ? state.Reason ?? "CloudFormation gave no reason." : null;
        return new StackDrift(stack, await client.ListAsync(stack.Name, stop).ConfigureAwait(false), await resources.ConfigureAwait(false), failed);
    }
}
