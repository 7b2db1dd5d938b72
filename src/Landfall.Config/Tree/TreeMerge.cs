namespace Landfall.Config.Tree;

/// <summary>Lays an environment's values over the defaults: maps merge, scalars and lists replace, null removes.</summary>
internal static class TreeMerge
{
    /// <summary>Merges two mappings.</summary>
    /// <param name="below">The defaults.</param>
    /// <param name="above">What takes precedence.</param>
    /// <param name="layer">The layer of what takes precedence.</param>
    /// <param name="isReported">Whether a value has been reported as what its key cannot be.</param>
    /// <returns>A new mapping; every value keeps the place it came from.</returns>
    public static MapNode Merge(MapNode below, MapNode above, int layer, Func<ConfigNode, bool> isReported)
    {
        var entries = new List<MapEntry>(below.Entries.Count + above.Entries.Count);
        foreach (var entry in below.Entries)
        {
            var over = above.Find(entry.Key);
            switch (over?.Value)
            {
                case null:
                    entries.Add(entry);
                    break;
                case ScalarNode { IsNull: true }:
                    break;
                case MapNode map when entry.Value is MapNode under:
                    entries.Add(entry with { Value = Merge(under, map, layer, isReported), Layer = layer });
                    break;
                case MapNode when isReported(entry.Value):
                    // What the mapping lacks by itself, because nothing could be read below it, is no second problem.
                    entries.Add(entry);
                    break;
                default:
                    entries.Add(over with { Layer = layer });
                    break;
            }
        }

        foreach (var entry in above.Entries)
        {
            if (below.Find(entry.Key) is null)
            {
                entries.Add(entry with { Layer = layer });
            }
        }

        return new MapNode(below.Mark, entries);
    }
}
