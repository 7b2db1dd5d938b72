using Landfall.Config.Tree;

namespace Landfall.Config.Binding;

/// <summary>A mapping of the file, bound. Knows where its keys stand.</summary>
internal abstract record Section
{
    /// <summary>Where the section's own key, or the section, stands; nowhere for one that the file does not give.</summary>
    public Mark Place { get; private set; }

    /// <summary>True when the file gives a single value in place of the mapping.</summary>
    public bool IsShorthand => Source is ScalarNode { IsNull: false };

    /// <summary>True when the file gives a mapping without a key.</summary>
    public bool IsEmpty => Source is MapNode { Entries.Count: 0 };

    /// <summary>True when the file gives something here that is no such mapping, which has been reported.</summary>
    public bool IsUnreadable { get; private set; }

    private ConfigNode? Source { get; set; }

    // Null when everything could be read, as nearly always.
    private HashSet<string>? Unreadable { get; set; }

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

    /// <summary>
    /// True when the values of all these keys are the file's or, where it gives none, the defaults. What could not be
    /// read has been reported already, and the property's default must not be judged in its place.
    /// </summary>
    /// <param name="keys">The keys in the file's spelling.</param>
    public bool Knows(params ReadOnlySpan<string> keys)
    {
        if (Unreadable is not null)
        {
            foreach (var key in keys)
            {
                if (Unreadable.Contains(key))
                {
                    return false;
                }
            }
        }

        return !IsUnreadable;
    }

    internal void MarkUnreadable() => IsUnreadable = true;

    internal void MarkUnreadable(string key) => (Unreadable ??= new HashSet<string>(StringComparer.Ordinal)).Add(key);

    internal void SetSource(ConfigNode source, Mark place)
    {
        Source = source;
        Place = place;
    }

    private ConfigNode? Node(string key) => Entry(key)?.Value;

    private MapEntry? Entry(string key) => (Source as MapNode)?.Find(key);
}
