using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;

namespace Landfall.Operations.Status;

/// <summary>The last change that brought something new to a service.</summary>
/// <param name="At">When.</param>
/// <param name="Operation">What it was: <c>deploy</c>, <c>release</c> or <c>rollback</c>.</param>
/// <param name="By">Who made it.</param>
/// <param name="Commit">The project's commit; null where it is not known.</param>
internal sealed record LastRelease(DateTimeOffset At, string Operation, string By, string? Commit)
{
    // More than an environment's services are released within a few days; a request for each.
    private const int Most = 40;

    /// <summary>Reads the last one of each service.</summary>
    /// <param name="store">The environment's trail.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>By the service's name in the file; without those that are not among the last entries.</returns>
    public static async Task<IReadOnlyDictionary<string, LastRelease>> ReadAsync(ITrailStore store, AppPlan plan, CancellationToken stop)
    {
        var last = new Dictionary<string, LastRelease>(StringComparer.Ordinal);
        await foreach (var entry in Trail.ReadBackAsync(store, Most, stop).Select(entry => HistoryEntry.Of(plan, entry)).ConfigureAwait(false))
        {
            if (entry.Outcome != ChangeOutcome.Done || entry.Kind == HistoryKind.Change)
                continue;
            foreach (var service in entry.Services)
                last.TryAdd(service, new LastRelease(entry.At, entry.Operation, entry.By, entry.Commit));
            if (last.Count == plan.Services.Count)
                break; // what is before that is nobody's last; each entry is a request, and 'status --watch' asks again and again
        }

        return last;
    }
}
