using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Binding;

namespace Landfall.Config.Schema;

/// <summary>The schema's named definitions: one for each model type, and another where it only overrides.</summary>
internal sealed class DefinitionSet
{
    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>The definition's name for a model type.</summary>
    public static string NameOf(SectionShape shape, bool overriding) =>
        JsonNamingPolicy.CamelCase.ConvertName(shape.Type.Name.Replace("Model", "", StringComparison.Ordinal))
        + (overriding && HasRequired(shape, []) ? "Override" : "");

    /// <summary>A reference to the definition of a model type, which is added when it is new.</summary>
    public JsonObject Reference(SectionShape shape, bool overriding)
    {
        var name = NameOf(shape, overriding);
        if (_definitions.TryAdd(name, null))
        {
            _definitions[name] = SectionSchema.Of(shape, overriding, this);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>All definitions, in order of name.</summary>
    public JsonObject Write() => new(_definitions.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    /// <summary>True when a key is required somewhere inside a section, so that overriding it differs from giving it.</summary>
    private static bool HasRequired(ValueShape shape, HashSet<Type> seen) => shape switch
    {
        SectionShape section => seen.Add(section.Type) && section.Keys.Any(key => key.Rules.Required || HasRequired(key.Value, seen)),
        ListShape list => HasRequired(list.Item, seen),
        MapShape map => HasRequired(map.Item, seen),
        UsesShape uses => HasRequired(uses.Options, seen),
        _ => false,
    };
}
