using Landfall.Config.Tree;

namespace Landfall.Operations.Migration;

/// <summary>Keeps account of every key of the files that are read, so that none is lost without a word.</summary>
internal sealed class KeyLedger
{
    private readonly SortedDictionary<(string File, int Line, int Column), MappedKey> _keys = [];
    private readonly HashSet<(string File, Mark Mark)> _covered = [];

    /// <summary>Every key that was accounted for, by file and place.</summary>
    public IReadOnlyList<MappedKey> Keys => [.. _keys.Values];

    /// <summary>Accounts for a key and all below it. One that is read for several environments has the worst that became of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="entry">The key as it stands there.</param>
    /// <param name="key">The key with those that it is in.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="to">The new file's key, or null.</param>
    /// <param name="note">What there is to say, or null.</param>
    /// <param name="environment">The environment that it is read for, or null for all.</param>
    public void Add(string file, MapEntry entry, string key, KeyOutcome outcome, string? to, string? note, string? environment)
    {
        var isOnlyThere = environment is not null && _keys.ContainsKey((file, entry.KeyMark.Line, entry.KeyMark.Column));
        Add(file, entry.KeyMark, key, outcome, to, isOnlyThere && note is not null ? $"In '{environment}': {note}" : note);
        Cover(file, entry.Value);
    }

    /// <summary>Accounts for what stands at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mark">The place.</param>
    /// <param name="key">What it is called.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="to">The new file's key, or null.</param>
    /// <param name="note">What there is to say, or null.</param>
    public void Add(string file, Mark mark, string key, KeyOutcome outcome, string? to, string? note)
    {
        _covered.Add((file, mark));
        var place = (file, mark.Line, mark.Column);
        if (!_keys.TryGetValue(place, out var before) || before.Outcome < outcome)
            _keys[place] = new MappedKey(file, mark.Line, key, outcome, to, note);
    }

    /// <summary>Accounts for what nobody has asked for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">All that is in it.</param>
    /// <param name="path">The keys that it is in.</param>
    public void AddRest(string file, MapNode root, string path = "")
    {
        foreach (var entry in root.Entries.Where(e => !_covered.Contains((file, e.KeyMark))))
        {
            var key = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            switch (entry.Value)
            {
                case MapNode { Entries.Count: > 0 } map:
                    AddRest(file, map, key);
                    break;
                case ListNode list when list.Items.Any(item => item is MapNode):
                    foreach (var (map, index) in list.Items.Select((item, index) => (item as MapNode, index)).Where(item => item.Item1 is not null))
                        AddRest(file, map!, $"{key}[{index}]");
                    break;
                case ScalarNode { IsNull: true }:
                    break;
                default:
                    Add(file, entry.KeyMark, key, KeyOutcome.Left, null, "Landfall does not know this key.");
                    break;
            }
        }
    }

    // What an environment says below a key is laid over what all say there, and has places of its own.
    private void Cover(string file, ConfigNode value)
    {
        foreach (var entry in (value as MapNode)?.Entries ?? [])
        {
            _covered.Add((file, entry.KeyMark));
            Cover(file, entry.Value);
        }

        foreach (var item in (value as ListNode)?.Items ?? [])
            Cover(file, item);
    }
}
