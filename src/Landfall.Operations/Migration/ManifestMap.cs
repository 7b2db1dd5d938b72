using System.Globalization;
using Landfall.Config.Tree;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Migration;

/// <summary>A mapping of another tool's file, whose keys are accounted for as they are read: what is said first of a key holds.</summary>
/// <param name="file">The file, relative to the repository.</param>
/// <param name="node">The mapping.</param>
/// <param name="path">The keys that it is in.</param>
/// <param name="ledger">The account.</param>
/// <param name="environment">The environment that it is read for, or null for all.</param>
internal sealed class ManifestMap(string file, MapNode node, string path, KeyLedger ledger, string? environment = null)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ManifestMap>> _below = new(StringComparer.Ordinal);

    /// <summary>The keys that say something, in the file's order.</summary>
    public IEnumerable<string> Keys => node.Entries.Where(e => e.Value is not ScalarNode { IsNull: true }).Select(e => e.Key);

    /// <summary>The keys, those too that have no value.</summary>
    public IEnumerable<string> AllKeys => node.Entries.Select(e => e.Key);

    /// <summary>Whether a key says something.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>How far above the defaults a key was said: more where an environment says it.</summary>
    public int Layer(string key) => node.Find(key)?.Layer ?? -1;

    /// <summary>A key's value where it is a single one.</summary>
    public string? Text(string key) => (Find(key) as ScalarNode)?.Text;

    /// <summary>A key's value where it is a whole number.</summary>
    public int? Whole(string key) => int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A key's value where it is <c>true</c> or <c>false</c>, in the words of YAML 1.1, which Go's reader takes.</summary>
    public bool? Flag(string key) => Text(key)?.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => null,
    };

    /// <summary>A key's values where they are texts, or one.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        ScalarNode one => [one.Text],
        ListNode list => [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)],
        _ => [],
    };

    /// <summary>A key's command: a list of words, or a text that a shell would split.</summary>
    public IReadOnlyList<string> Words(string key) => Find(key) is ListNode ? Texts(key) : ShellWords.Split(Text(key) ?? "");

    /// <summary>A key's mapping; its own keys are accounted for one by one.</summary>
    public ManifestMap? Map(string key) =>
        Find(key) is MapNode map ? Below(key, () => [new ManifestMap(file, map, Path(key), ledger, environment)])[0] : null;

    /// <summary>The mappings of a list.</summary>
    public IReadOnlyList<ManifestMap> Maps(string key) => Find(key) is ListNode list
        ? Below(key, () => [.. list.Items.OfType<MapNode>().Select((map, index) => new ManifestMap(file, map, $"{Path(key)}[{index}]", ledger, environment))])
        : [];

    /// <summary>Accounts for a key that the new file says as it is.</summary>
    /// <param name="key">The key.</param>
    /// <param name="to">The new file's key.</param>
    public void Exact(string key, string to) => Add(key, KeyOutcome.Exact, to, null);

    /// <summary>Accounts for a key that the new file says in another way.</summary>
    /// <param name="key">The key.</param>
    /// <param name="to">The new file's key.</param>
    /// <param name="note">What differs.</param>
    public void Changed(string key, string to, string note) => Add(key, KeyOutcome.Changed, to, note);

    /// <summary>Accounts for a key that the new file does not say, unless something was said of it before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="note">Why, and what to do.</param>
    public void Left(string key, string note) => Add(key, KeyOutcome.Left, null, note);

    private void Add(string key, KeyOutcome outcome, string? to, string? note)
    {
        if (node.Find(key) is { Value: not ScalarNode { IsNull: true } } entry && _said.Add(key))
            ledger.Add(file, entry, Path(key), outcome, to, note, environment);
    }

    private IReadOnlyList<ManifestMap> Below(string key, Func<IReadOnlyList<ManifestMap>> make)
    {
        if (!_below.TryGetValue(key, out var maps))
            _below[key] = maps = make();
        return maps;
    }

    private ConfigNode? Find(string key) => node.Find(key)?.Value is { } value and not ScalarNode { IsNull: true } ? value : null;

    private string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
