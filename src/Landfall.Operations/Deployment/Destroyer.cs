using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Storage;
using Landfall.Config;

namespace Landfall.Operations.Deployment;

/// <summary>Takes stacks down. What <c>protect</c> retains stays, and is listed.</summary>
/// <param name="session">The account and region.</param>
/// <param name="time">The clock.</param>
internal sealed class Destroyer(AwsSession session, TimeProvider time)
{
    private readonly CloudFormationClient _client = new(session);

    /// <summary>Finds the order in which stacks can be deleted, what would outlive them and what would be lost.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The plan.</returns>
    public async Task<DeletionPlan> PlanAsync(IReadOnlyList<Stack> stacks, CancellationToken cancellation)
    {
        var templates = await StackTemplate.ReadAsync(_client, stacks, cancellation).ConfigureAwait(false);
        var ordered = DeletionOrder.Of(stacks, templates);
        var (retained, lost) = (new List<OwnedResource>(), new List<OwnedResource>());
        foreach (var stack in ordered)
        {
            foreach (var resource in await _client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false))
            {
                var owned = new OwnedResource(stack.Name, resource.Type, resource.PhysicalId);
                if (templates[stack.Name].Retains.Contains(resource.LogicalId))
                    retained.Add(owned);
                else if (DeletionPlan.HoldsData(resource.Type))
                    lost.Add(owned);
            }
        }

        return new DeletionPlan(ordered, retained, lost);
    }

    /// <summary>Deletes the stacks one after the other, protected ones too: whoever calls has asked.</summary>
    /// <param name="plan">The stacks; the buckets that stay are not emptied.</param>
    /// <param name="progress">Gets a line for a person before each stack.</param>
    /// <param name="cancellation">Stops between stacks.</param>
    /// <returns>How each ended.</returns>
    /// <exception cref="LandfallException">CloudFormation could not delete a stack.</exception>
    public async Task<IReadOnlyList<StackReport>> DestroyAsync(DeletionPlan plan, Action<string> progress, CancellationToken cancellation)
    {
        var kept = plan.Retained.Select(r => r.PhysicalId).ToHashSet(StringComparer.Ordinal);
        var deleter = new StackDeleter(_client, time);
        using var cleaner = new BucketCleaner(session);
        var reports = new List<StackReport>();
        foreach (var stack in plan.Stacks)
        {
            progress($"Deleting {stack.Name} …");
            reports.Add(await DeleteAsync(stack, kept, deleter, cleaner, cancellation).ConfigureAwait(false));
        }

        return reports;
    }

    private async Task<StackReport> DeleteAsync(
        Stack stack, HashSet<string> kept, StackDeleter deleter, BucketCleaner cleaner, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var resources = await _client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false);
        var buckets = resources.Where(r => r.Type == "AWS::S3::Bucket" && !kept.Contains(r.PhysicalId)).Select(r => r.PhysicalId).ToList();
        await new StackProtection(session).LiftAsync(stack, resources, cancellation).ConfigureAwait(false);
        await EmptyAsync(buckets, cleaner, cancellation).ConfigureAwait(false);
        while (await deleter.TryDeleteAsync(stack, cancellation).ConfigureAwait(false) is { } reason)
        {
            // Access logs may still have come in after a bucket was emptied; otherwise another try would fail alike.
            if (await EmptyAsync(buckets, cleaner, cancellation).ConfigureAwait(false) == 0)
                throw new LandfallException(ErrorCodes.DeletionFailed, $"'{stack.Name}' could not be deleted: {reason}");
        }

        return new StackReport(stack.Name, StackOutcome.Deleted, resources.Count, time.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<int> EmptyAsync(List<string> buckets, BucketCleaner cleaner, CancellationToken cancellation)
    {
        var emptied = 0;
        foreach (var bucket in buckets)
            emptied += await cleaner.EmptyAsync(bucket, cancellation).ConfigureAwait(false);
        return emptied;
    }
}
