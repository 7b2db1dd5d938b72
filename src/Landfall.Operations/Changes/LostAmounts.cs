using Landfall.Aws.Storage;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes;

/// <summary>Says how much data would be lost, where AWS can tell. It is no part of what is agreed to: it changes by the minute.</summary>
internal static class LostAmounts
{
    /// <summary>Adds the amounts.</summary>
    /// <param name="change">The change.</param>
    /// <param name="regions">The regions that the stacks are in.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The same change.</returns>
    public static async Task<Change> AddAsync(Change change, StackRegions regions, CancellationToken stop)
    {
        var lost = change.Effects.Where(e => e is { Kind: EffectKind.LosesData, Amount: null }).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        if (lost.Count == 0)
            return change;

        var amounts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stack in change.Stacks.Where(s => s.Resources.Any(r => r.Effects.Any(lost.Contains))))
        {
            var meter = new DataMeter(regions.SessionOf(stack.Name));
            var ids = (await regions.ClientOf(stack.Name).ListResourcesAsync(stack.Name, stop).ConfigureAwait(false)).ToDictionary(r => r.LogicalId, r => r.PhysicalId, StringComparer.Ordinal);
            foreach (var resource in stack.Resources.Where(r => r.Action is ResourceAction.Delete or ResourceAction.Replace))
            {
                if (resource.Effects.FirstOrDefault(lost.Contains) is { } effect && ids.TryGetValue(resource.LogicalId, out var id)
                    && await meter.MeasureAsync(resource.Type, id, stop).ConfigureAwait(false) is { } amount)
                {
                    amounts[effect] = amount;
                }
            }
        }

        return change with { Effects = [.. change.Effects.Select(e => amounts.TryGetValue(e.Id, out var amount) ? e with { Amount = amount } : e)] };
    }
}
