using Landfall.Config.Tree;

namespace Landfall.Config.Binding;

/// <summary>A mapping of the file, bound. Knows where its keys stand.</summary>
internal abstract record Section
{
    /// <summary>Where the section's own key, or the section, stands.</summary>
    public Mark Place { get; private set; }

    /// <summary>True when the file gives a single value in place of the mapping.</summary>
    public bool IsShorthand => Source is ScalarNode { IsNull: false };

    private ConfigNode? Source { get; set; }

    /// <summary>Where a key's value stands, or the section where the key is not given.</summary>
    /// <param name="key">The key in the file's spelling.</param>
    public Mark MarkOf(string key) => Node(key)?.Mark ?? (Source is ScalarNode scalar ? scalar.Mark : Place);

    /// <summary>
    /// Where the one of several keys stands that was laid over the others last, which is the one to look at when they
    /// do not fit each other; the first of equals.
    /// </summary>
    /// <param name="keys">The keys in the file's spelling.</param>
    public Mark MarkOfLatest(params string[] keys) => MarkOf(keys.MaxBy(key => Entry(key)?.Layer ?? -1)!);

    /// <summary>Where an item of a key's list stands.</summary>
    /// <param name="key">The key in the file's spelling.</param>
    /// <param name="index">The item's index.</param>
    public Mark MarkOf(string key, int index) =>
        Node(key) is ListNode list && index < list.Items.Count ? list.Items[index].Mark : MarkOf(key);

    /// <summary>Where a key of a key's mapping stands.</summary>
    /// <param name="key">The key in the file's spelling.</param>
    /// <param name="name">The key inside its mapping.</param>
    public Mark MarkOf(string key, string name) => (Node(key) as MapNode)?.Find(name)?.KeyMark ?? MarkOf(key);

    /// <summary>True when the file gives the key.</summary>
    /// <param name="key">The key in the file's spelling.</param>
    public bool Has(string key) => Node(key) is not (null or ScalarNode { IsNull: true });

    internal void SetSource(ConfigNode source, Mark place)
    {
        Source = source;
        Place = place;
    }

    private ConfigNode? Node(string key) => Entry(key)?.Value;

    private MapEntry? Entry(string key) => (Source as MapNode)?.Find(key);
}
