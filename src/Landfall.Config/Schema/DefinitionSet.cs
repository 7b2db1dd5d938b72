using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Binding;

namespace Landfall.Config.Schema;

/// <summary>
/// The schema's named definitions: one for each model type, and another where it only overrides, so that nothing is
/// required and nothing has a default.
/// </summary>
internal sealed class DefinitionSet
{
    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>The definition's name for a model type.</summary>
    public static string NameOf(SectionShape shape, bool overriding) =>
        JsonNamingPolicy.CamelCase.ConvertName(shape.Type.Name.Replace("Model", "", StringComparison.Ordinal))
        + (overriding && Differs(shape, []) ? "Override" : "");

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

    /// <summary>True when a section, or one inside it, looks different where it only overrides.</summary>
    private static bool Differs(ValueShape shape, HashSet<Type> seen) => shape switch
    {
        SectionShape section => seen.Add(section.Type) && section.Keys.Any(key =>
            key.Rules.Required || key.Rules.Default is not null || KeyDefault.Json(section, key) is not null || Differs(key.Value, seen)),
        ListShape list => Differs(list.Item, seen),
        MapShape map => Differs(map.Item, seen),
        UsesShape uses => Differs(uses.Options, seen),
        _ => false,
    };
}
