using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Storage;
using Landfall.Config.Plan;

namespace Landfall.Cli.Deployment;

/// <summary>Takes an environment down. What <c>protect</c> retains stays, and is listed.</summary>
/// <param name="session">The account and region.</param>
/// <param name="time">The clock.</param>
internal sealed class Destroyer(AwsSession session, TimeProvider time)
{
    private readonly CloudFormationClient _client = new(session);

    /// <summary>Finds what would be deleted and what would stay.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks in order of deletion, and the resources that stay.</returns>
    public async Task<(IReadOnlyList<Stack> Stacks, IReadOnlyList<RetainedResource> Retained)> PlanAsync(AppPlan plan, CancellationToken cancellation)
    {
        var stacks = EnvironmentStacks.InDeletionOrder(await EnvironmentStacks.ListAsync(session, plan, cancellation).ConfigureAwait(false));
        return (stacks, await RetainedResources.ListAsync(_client, stacks, cancellation).ConfigureAwait(false));
    }

    /// <summary>Deletes the stacks one after the other.</summary>
    /// <param name="stacks">The stacks, in order of deletion.</param>
    /// <param name="retained">What stays: its buckets are not emptied.</param>
    /// <param name="progress">Gets a line for a person before each stack.</param>
    /// <param name="cancellation">Stops between stacks.</param>
    /// <returns>How each ended.</returns>
    public async Task<IReadOnlyList<StackReport>> DestroyAsync(
        IReadOnlyList<Stack> stacks, IReadOnlyList<RetainedResource> retained, Action<string> progress, CancellationToken cancellation)
    {
        var kept = retained.Select(r => r.PhysicalId).ToHashSet(StringComparer.Ordinal);
        var deleter = new StackDeleter(_client, time);
        using var cleaner = new BucketCleaner(session);
        var reports = new List<StackReport>();
        foreach (var stack in stacks)
        {
            progress($"Deleting {stack.Name} …");
            var resources = await _client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false);
            foreach (var bucket in resources.Where(r => r.Type == "AWS::S3::Bucket" && !kept.Contains(r.PhysicalId)))
                await cleaner.EmptyAsync(bucket.PhysicalId, cancellation).ConfigureAwait(false);
            reports.Add(await deleter.DeleteAsync(stack, cancellation).ConfigureAwait(false));
        }

        return reports;
    }
}
