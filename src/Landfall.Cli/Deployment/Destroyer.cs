using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Storage;
using Landfall.Config;
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
            reports.Add(await DeleteAsync(stack, kept, deleter, cleaner, cancellation).ConfigureAwait(false));
        }

        return reports;
    }

    /// <summary>Access logs may still come in after a bucket was emptied; then it is emptied and tried again.</summary>
    private async Task<StackReport> DeleteAsync(
        Stack stack, HashSet<string> kept, StackDeleter deleter, BucketCleaner cleaner, CancellationToken cancellation)
    {
        var resources = await _client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false);
        var buckets = resources.Where(r => r.Type == "AWS::S3::Bucket" && !kept.Contains(r.PhysicalId)).Select(r => r.PhysicalId).ToList();
        while (true)
        {
            await EmptyAsync(buckets, cleaner, cancellation).ConfigureAwait(false);
            try
            {
                return await deleter.DeleteAsync(stack, cancellation).ConfigureAwait(false);
            }
            catch (LandfallException e) when (e.Code == "LF5061")
            {
                if (await EmptyAsync(buckets, cleaner, cancellation).ConfigureAwait(false) == 0)
                    throw;
            }
        }
    }

    private static async Task<int> EmptyAsync(List<string> buckets, BucketCleaner cleaner, CancellationToken cancellation)
    {
        var emptied = 0;
        foreach (var bucket in buckets)
            emptied += await cleaner.EmptyAsync(bucket, cancellation).ConfigureAwait(false);
        return emptied;
    }
}
