using Landfall.Aws.CloudTrail;
using Landfall.Config;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Drifting;

/// <summary>Asks CloudTrail who changed resources last.</summary>
/// <param name="regions">The regions that they are in.</param>
/// <param name="time">The clock.</param>
internal sealed class LastChanges(StackRegions regions, TimeProvider time)
{
    // "The rate of lookup requests is limited to two per second, per account, per Region" (CloudTrail API Reference, "LookupEvents").
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // CloudTrail names the service that calls for somebody in place of an address.
    private const string CloudFormation = "cloudformation.amazonaws.com";

    private const string NobodyNamed = "CloudTrail names no call of the last 90 days that changed it, but CloudFormation's own; the latest minutes may be missing.";

    /// <summary>Adds to each resource who changed it, or why that is not known.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The same resources.</returns>
    public async Task<IReadOnlyList<DriftedResource>> AddAsync(IReadOnlyList<DriftedResource> resources, CancellationToken stop)
    {
        var told = new List<DriftedResource>();
        foreach (var resource in resources)
        {
            try
            {
                var change = await FindAsync(resource, stop).ConfigureAwait(false);
                told.Add(resource with { LastChange = change, NotKnown = change is null ? NobodyNamed : null });
            }
            catch (Exception e) when (!stop.IsCancellationRequested && AwsFailure.Of(e) is { Code: ErrorCodes.AwsRefused })
            {
                // What refuses one look-up refuses all.
                var reason = AwsFailure.Of(e)!.Message;
                return [.. told, .. resources.Skip(told.Count).Select(one => one with { NotKnown = reason })];
            }
        }

        return told;
    }

    private async Task<LastChange?> FindAsync(DriftedResource resource, CancellationToken stop)
    {
        var client = new AccountEventClient(regions.SessionOf(resource.Stack));
        foreach (var name in NamesOf(resource.Id))
        {
            var calls = await client.ListAsync(name, stop).ConfigureAwait(false);
            await Task.Delay(Pause, time, stop).ConfigureAwait(false);
            if (calls.Where(call => call.Changes && call.Through != CloudFormation).MaxBy(call => call.At) is { } last)
                return new LastChange(last.User ?? "somebody whom CloudTrail does not name", last.Name, last.At);
        }

        return null;
    }

    /// <summary>What services call a resource in their calls: by its id, or by the name at the end of it.</summary>
    private static IEnumerable<string> NamesOf(string id) => id.Split('/', ':')[^1] is { Length: > 0 } end && end != id ? [id, end] : [id];
}
