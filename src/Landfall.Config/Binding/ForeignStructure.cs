using System.Text.RegularExpressions;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;

namespace Landfall.Config.Binding;

/// <summary>
/// Answers what is of another structure than it has to be (a word for a mapping, a list of names, Compose's lists of assignments,
/// Kubernetes' lists of things with a name) with the right form.
/// </summary>
internal static partial class ForeignStructure
{
    // Three say how it goes on.
    private const int Shown = 3;

    /// <summary>Says how it is written here.</summary>
    /// <param name="name">The key, in quotes, or another description, of which nothing is said.</param>
    /// <param name="shape">What it has to be.</param>
    /// <param name="node">What stands there.</param>
    /// <returns>A sentence, or null where there is nothing to say. No value of the file is in it: it may be a secret's.</returns>
    public static string? Advice(string name, ValueShape shape, ConfigNode node)
    {
        var key = name.Trim('\'');
        return !Key().IsMatch(key) ? null : (shape, node) switch
        {
            (SectionShape { Type: var type }, ScalarNode { Text: var count }) when type == typeof(ScaleModel) && Count().Match(count) is { Success: true } tasks =>
                $"Write '{key}: {{ min: {tasks.Groups["min"]}, max: {(tasks.Groups["max"].Success ? tasks.Groups["max"] : tasks.Groups["min"])} }}'.",
            (SectionShape section, ScalarNode word) => OfWord(key, section, word),
            (MapShape map, ListNode list) => OfList(key, map, list),
            (MapShape { Item: SectionShape item }, ScalarNode { IsNull: false } word) when Key().IsMatch(word.Text) => $"Each has its name as a key: '{key}: {{ {word.Text}: {Item(item)} }}'.",
            (ListShape, ScalarNode { IsNull: false } words) when Words().IsMatch(words.Text) => $"Write '{key}: [{string.Join(", ", words.Text.Split(' '))}]'.",
            (ListShape, MapNode map) when Names(map.Entries.Select(entry => entry.Key)) is { } names => $"Write '{key}: [{names}]'.",
            _ => null,
        };
    }

    private static string? OfWord(string key, SectionShape section, ScalarNode word) => word.Text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "enabled" or "enable" or "default" => Needed(key, section) ?? $"Write '{key}: {{}}' for its defaults.",
        "false" or "no" or "off" or "disabled" or "disable" or "none" => $"Leave '{key}' out to have none, or write '{key}: null' in an environment that has none.",
        _ => Fitting(key, section, word) ?? Needed(key, section) ?? $"It has {string.Join(", ", section.Keys.Select(one => one.Name).Order(StringComparer.Ordinal))}.",
    };

    private static string? Needed(string key, SectionShape section)
    {
        var required = section.Keys.Where(one => one.Rules.Required).Select(one => one.Name).ToList();
        return required.Count == 0 ? null : $"It needs {string.Join(" and ", required.Select(one => $"'{one}'"))}: {Form(key, required)}.";
    }

    /// <summary>The one key whose pattern or words the value has.</summary>
    private static string? Fitting(string key, SectionShape section, ScalarNode word)
    {
        var fitting = section.Keys
            .Where(one => one.Value is ScalarShape { Kind: ScalarKind.Word } or ScalarShape { Kind: ScalarKind.Text, Rules.Pattern: not null })
            .Where(one => new ScalarReader(new ProblemList("")).Read(word, "", (ScalarShape)one.Value) is not null)
            .ToList();
        return fitting is [var only] ? $"Write {Form(key, [only.Name, .. section.Keys.Where(one => one.Rules.Required && one != only).Select(one => one.Name)])}." : null;
    }

    private static string Form(string key, IEnumerable<string> keys) => $"'{key}: {{ {string.Join(", ", keys.Select(one => $"{one}: …"))} }}'";

    private static string? OfList(string key, MapShape map, ListNode list) =>
        Names(list.Items.Select(item => NameOf(item, map.Item)), $": {Item(map.Item)}") is { } names ? $"Each has its name as a key: '{key}: {{ {names} }}'."
        : map.Item is SectionShape && list.Items is [MapNode, ..] ? $"Give each a name as its key: '{key}: {{ first: {{ … }} }}'."
        : null;

    /// <summary>What an item of a list is called. What gets a value is named with it: a word alone may then be the value.</summary>
    private static string? NameOf(ConfigNode item, ValueShape shape) => item switch
    {
        MapNode map => (map.Find("name")?.Value as ScalarNode)?.Text,
        ScalarNode { Text: var text } when shape is SectionShape || text.Contains('=', StringComparison.Ordinal) => text.Split('=', 2)[0],
        _ => null,
    };

    private static string Item(ValueShape shape) => shape is SectionShape section && !section.Keys.Any(key => key.Rules.Required) ? "{}" : "…";

    private static string? Names(IEnumerable<string?> names, string behind = "")
    {
        var all = names.ToList();
        return all.Count == 0 || !all.All(name => name is not null && Key().IsMatch(name)) ? null : string.Join(", ", all.Take(Shown).Select(name => name + behind)) + (all.Count > Shown ? ", …" : "");
    }

    // 3 or, as others write a range of tasks, 1-10.
    [GeneratedRegex(@"^(?<min>\d{1,4})(-(?<max>\d{1,4}))?\z")]
    private static partial Regex Count();

    // Nothing that YAML or a shell reads otherwise.
    [GeneratedRegex(@"^[\w./@=+-]+( [\w./@=+-]+)*\z")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[A-Za-z_][\w.-]{0,62}$")]
    private static partial Regex Key();
}
