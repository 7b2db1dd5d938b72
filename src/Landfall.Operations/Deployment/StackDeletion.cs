using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Storage;
using Landfall.Operations.Deployment.Protection;

namespace Landfall.Operations.Deployment;

/// <summary>Deletes one stack: lifts its protection, empties the buckets that go with it, and waits for the end.</summary>
/// <param name="session">The account and region of the stack.</param>
/// <param name="time">The clock.</param>
internal sealed class StackDeletion(AwsSession session, TimeProvider time)
{
    /// <summary>Deletes a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="doomed">Those of its resources that go with it.</param>
    /// <param name="kept">Logical ids of others, which stay although the template says nothing of it; only for a stack whose deletion has failed.</param>
    /// <param name="cancellation">Stops waiting; CloudFormation goes on.</param>
    /// <returns>How it ended.</returns>
    public async Task<StackReport> RunAsync(Stack stack, IReadOnlyList<OwnedResource> doomed, IReadOnlyCollection<string> kept, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var client = new CloudFormationClient(session);
        using var cleaner = new BucketCleaner(session);
        var deleter = new StackDeleter(client, time);
        var resources = await client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false);
        var buckets = doomed.Where(r => r.Type == "AWS::S3::Bucket").Select(r => r.PhysicalId).ToList();
        await new StackProtection(session).LiftAsync(stack, doomed, cancellation).ConfigureAwait(false);
        await EmptyAsync(cleaner, buckets, cancellation).ConfigureAwait(false);
        string? reason;
        do
            reason = await deleter.TryDeleteAsync(stack, kept, cancellation).ConfigureAwait(false);
        while (reason is not null && await EmptyAsync(cleaner, buckets, cancellation).ConfigureAwait(false) > 0); // access logs still came in
        var outcome = reason is null ? StackOutcome.Deleted : StackOutcome.Failed;
        return new StackReport(stack.Name, outcome, resources.Count, time.GetElapsedTime(began).TotalSeconds) { Reason = reason };
    }

    private static async Task<int> EmptyAsync(BucketCleaner cleaner, List<string> buckets, CancellationToken cancellation)
    {
        var emptied = 0;
        foreach (var bucket in buckets)
            emptied += await cleaner.EmptyAsync(bucket, cancellation).ConfigureAwait(false);
        return emptied;
    }
}
