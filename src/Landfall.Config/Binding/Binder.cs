using System.Collections;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;

namespace Landfall.Config.Binding;

/// <summary>Turns a tree into model objects and reports whatever does not fit their shapes.</summary>
internal sealed class Binder(ProblemList problems)
{
    private readonly ScalarReader _scalars = new(problems);
    private int _overriding;

    /// <summary>Binds a whole section.</summary>
    /// <typeparam name="T">The model type.</typeparam>
    /// <param name="node">The section's mapping.</param>
    /// <returns>The model; it knows which of its keys could not be read.</returns>
    public T Bind<T>(MapNode node)
        where T : Section => (T)BindSection(node, node.Mark, "The file", SectionShape.Of(typeof(T)));

    private object? BindValue(ConfigNode node, Mark owner, string name, ValueShape shape)
    {
        if (node is ScalarNode { Style: ScalarStyle.Unresolved })
        {
            return shape is SectionShape unresolved ? Unreadable(node, owner, unresolved) : null;
        }

        return shape switch
        {
            AnyShape => node,
            SectionShape section => BindSection(node, owner, name, section),
            UsesShape uses => BindUse(node, uses),
            ListShape list => BindList(node, name, list),
            MapShape map => BindMap(node, name, map),
            ScalarShape scalar when node is ScalarNode value => _scalars.Read(value, name, scalar),
            _ => Wrong(node, name, "a single value"),
        };
    }

    private static Section Unreadable(ConfigNode node, Mark owner, SectionShape shape)
    {
        var section = (Section)Activator.CreateInstance(shape.Type)!;
        section.SetSource(node, owner);
        section.MarkUnreadable();
        return section;
    }

    private Section BindSection(ConfigNode node, Mark owner, string name, SectionShape shape)
    {
        if (node is ScalarNode { IsNull: true })
        {
            node = new MapNode(node.Mark, []);
        }

        // What is written for the whole section is told of by the section's name: the key that it stands for is nowhere in the file.
        string? shortName = null;
        if (node is not MapNode map)
        {
            if (node is not ScalarNode || shape.ShorthandKey is not { } shorthand)
            {
                Wrong(node, name, shape.Shorthand is null ? "a mapping" : "a single value or a mapping", shape);
                return Unreadable(node, owner, shape);
            }

            map = new MapNode(node.Mark, [new MapEntry(shorthand.Name, node.Mark, node)]);
            shortName = name;
        }

        var section = (Section)Activator.CreateInstance(shape.Type)!;
        section.SetSource(node, owner);
        var type = TypeOf(map, shape);
        var advice = "";
        foreach (var entry in map.Entries)
        {
            var key = shape.Find(entry.Key);
            if (key is null)
            {
                advice += Unknown(entry, name, shape, type);
            }
            else if ((key.Rules.For & type) == 0)
            {
                problems.Add(
                    entry.KeyMark,
                    ErrorCodes.KeyOfOtherType,
                    $"'{entry.Key}' is not a key of a service of type {type.Words()}; only {key.Rules.For.Words()} has it. {ForeignKeys.Advice(shape.Type, entry.Key) ?? "Remove it, or change the type."}");
                advice += ForeignKeys.Advice(shape.Type, entry.Key);
            }
            else if (entry.Value is not ScalarNode { IsNull: true })
            {
                BindKey(section, entry, key, shortName ?? $"'{key.Name}'");
            }
        }

        // What stands under another name is there, though nobody knows its value: one message says that.
        foreach (var misnamed in shape.Keys.Where(key => advice.Length > 0 && map.Find(key.Name) is null && advice.Contains($"'{key.Name}'", StringComparison.Ordinal)))
        {
            section.MarkUnreadable(misnamed.Name);
        }

        CheckRequired(map, owner, name, shape, type, section);
        return section;
    }

    private void BindKey(Section section, MapEntry entry, KeyShape key, string name)
    {
        _overriding += key.Rules.Overrides ? 1 : 0;
        var value = BindValue(entry.Value, entry.KeyMark, name, key.Value);
        _overriding -= key.Rules.Overrides ? 1 : 0;
        if (value is not null)
        {
            key.Property.SetValue(section, value);
        }

        if (value is null || IsIncomplete(value, entry.Value))
        {
            section.MarkUnreadable(key.Name);
        }
    }

    /// <summary>True when some of a list's or mapping's values could not be read.</summary>
    private static bool IsIncomplete(object value, ConfigNode node) => (value, node) switch
    {
        (Section section, _) => section.IsUnreadable,
        (ICollection items, ListNode list) => items.Count < list.Items.Count,
        (ICollection items, MapNode map) => items.Count < map.Entries.Count,
        _ => false,
    };

    private void CheckRequired(MapNode map, Mark owner, string name, SectionShape shape, ServiceTypes type, Section section)
    {
        if (_overriding > 0)
        {
            return;
        }

        foreach (var key in shape.Keys.Where(key => key.Rules.Required))
        {
            // A service whose type is not known gets one message, about the type.
            var concerned = (key.Rules.For & type) == type;
            if (concerned && section.Knows(key.Name) && map.Find(key.Name)?.Value is (null or ScalarNode { IsNull: true }))
            {
                problems.Add(owner, ErrorCodes.MissingKey, $"{name} lacks '{key.Name}': {LowerFirst(key.Rules.Description)}");
            }
        }
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static ServiceTypes TypeOf(MapNode map, SectionShape shape) =>
        shape.Type == typeof(ServiceModel)
        && map.Find("type")?.Value is ScalarNode scalar
        && shape.Find("type")!.Value is ScalarShape words
        && words.Words.FirstOrDefault(pair => pair.Key == scalar.Text).Value is ServiceType type
            ? type.AsSet()
            : ServiceTypes.All;

    /// <summary>Reports a key that a section has not, and returns what it was advised to be; empty where nothing was.</summary>
    private string Unknown(MapEntry entry, string name, SectionShape shape, ServiceTypes type)
    {
        if (shape.Type == typeof(DocumentModel) && (entry.Key.StartsWith("x-", StringComparison.Ordinal) || entry.Key == "$schema"))
        {
            return "";
        }

        var candidates = shape.Keys.Where(key => (key.Rules.For & type) != 0).Select(key => key.Name).ToArray();
        var advice = ForeignKeys.Advice(shape.Type, entry.Key) is { } other ? $" {other}" : Suggestion.DidYouMean(entry.Key, candidates);
        problems.Add(
            entry.KeyMark,
            ErrorCodes.UnknownKey,
            $"{name} has no key '{entry.Key}'.{advice} It has {string.Join(", ", candidates.Order(StringComparer.Ordinal))}.");
        return advice;
    }

    private object? BindList(ConfigNode node, string name, ListShape shape)
    {
        if (shape.OrOne && (node is ScalarNode || (node is MapNode { Entries.Count: > 0 } && shape.Item is SectionShape)))
        {
            node = new ListNode(node.Mark, [node]);
        }

        if (node is not ListNode list)
        {
            return Wrong(node, name, "a list", shape);
        }

        CheckCount(node, name, list.Items.Count, shape.MinItems);
        var items = new ArrayList(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (BindValue(item, item.Mark, $"An item of {name}", shape.Item) is { } value)
            {
                items.Add(value);
            }
        }

        return items.ToArray(shape.ItemType);
    }

    private object? BindMap(ConfigNode node, string name, MapShape shape)
    {
        if (node is not MapNode map)
        {
            return Wrong(node, name, "a mapping", shape);
        }

        CheckCount(node, name, map.Entries.Count, shape.MinItems);
        var result = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), shape.ItemType))!;
        foreach (var entry in map.Entries)
        {
            if (BindValue(entry.Value, entry.KeyMark, $"'{entry.Key}'", shape.Item) is { } value)
            {
                result[entry.Key] = value;
            }
        }

        return result;
    }

    private void CheckCount(ConfigNode node, string name, int count, int least)
    {
        if (count < least)
        {
            problems.Add(node.Mark, ErrorCodes.ItemCount, $"{name} is empty, but needs at least {least}. Add one, or remove the key.");
        }
    }

    private UseModel? BindUse(ConfigNode node, UsesShape shape)
    {
        switch (node)
        {
            case ScalarNode { IsNull: false } scalar when !scalar.IsTyped:
                var plain = new UseModel { Name = scalar.Text };
                plain.SetSource(node, node.Mark);
                return plain;
            case MapNode { Entries: [var entry] }:
                return Named((UseModel)BindSection(entry.Value, entry.KeyMark, $"'{entry.Key}'", shape.Options), entry);
            default:
                return (UseModel?)Wrong(node, "An item of 'uses'", "a name, or one name with options such as { orders: { access: read } }");
        }
    }

    private static UseModel Named(UseModel use, MapEntry entry)
    {
        var named = use with { Name = entry.Key };
        named.SetSource(entry.Value, entry.KeyMark);
        return named;
    }

    private object? Wrong(ConfigNode node, string name, string wanted, ValueShape? shape = null)
    {
        var shown = node is ScalarNode { Text.Length: > 0 and < 40 } scalar ? $"'{scalar.Text}'" : node.Kind;
        var advice = shape is not null && ForeignStructure.Advice(name, shape, node) is { } form ? $" {form}" : "";
        problems.Add(node.Mark, ErrorCodes.WrongType, $"{name} is {shown}, but has to be {wanted}.{advice}");
        return null;
    }
}
