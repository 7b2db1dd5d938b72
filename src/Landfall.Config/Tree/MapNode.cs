namespace Landfall.Config.Tree;

/// <summary>A mapping, in the file's order.</summary>
internal sealed class MapNode(Mark mark, IReadOnlyList<MapEntry> entries) : ConfigNode(mark)
{
    /// <summary>The entries; keys are unique.</summary>
    public IReadOnlyList<MapEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>Finds an entry.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The entry, or null.</returns>
    public MapEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }
}
