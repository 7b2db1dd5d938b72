using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>Takes a key out of a mapping that has others.</summary>
/// <param name="Map">The mapping.</param>
/// <param name="Key">The key.</param>
internal sealed record RemoveEntry(MapNode Map, string Key) : Edit
{
    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source)
    {
        if (source.Find(Map) is not { } map || map.IndexOf(Key) is not (>= 0 and var index) || map.Entries.Count == 1)
            return null;
        return [Removal.Of(source, map.IsFlow, [.. map.Entries.Select(entry => (entry.Key.Start, entry.Value.End))], index)];
    }
}
