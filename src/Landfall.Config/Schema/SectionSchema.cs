using System.Text.Json.Nodes;
using Landfall.Config.Binding;
using Landfall.Config.Model;
using Landfall.Config.Values;

namespace Landfall.Config.Schema;

/// <summary>Schemas of sections.</summary>
internal static class SectionSchema
{
    /// <summary>Writes a section's schema.</summary>
    /// <param name="shape">The section.</param>
    /// <param name="overriding">True when nothing in it is required.</param>
    /// <param name="definitions">Where the definitions of inner sections go.</param>
    public static JsonObject Of(SectionShape shape, bool overriding, DefinitionSet definitions)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            properties[key.Name] = Key(shape, key, overriding, definitions);
        }

        var schema = new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = overriding ? [] : shape.Keys.Where(key => key.Rules is { Required: true, For: ServiceTypes.All }).Select(key => key.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = Names(required);
        }

        if (shape.Type == typeof(ServiceModel))
        {
            schema["allOf"] = new JsonArray([.. Enum.GetValues<ServiceType>().Select(type => OfType(shape, type, overriding))]);
        }

        return shape.ShorthandKey is { } shorthand
            ? new JsonObject { ["anyOf"] = new JsonArray(ValueSchema.Of(shorthand.Value, overriding, nullable: false, definitions), schema) }
            : schema;
    }

    private static JsonObject Key(SectionShape section, KeyShape key, bool overriding, DefinitionSet definitions)
    {
        var inside = overriding || key.Rules.Overrides;
        var value = ValueSchema.Of(key.Value, inside, nullable: overriding || !key.Rules.Required, definitions);
        var described = new JsonObject { ["description"] = overriding ? key.Rules.Description : Description(key.Rules) };

        // What overrides leaves out what it does not give: the default holds further up.
        if (!overriding && KeyDefault.Json(section, key) is { } preset)
        {
            described["default"] = preset;
        }

        foreach (var (name, part) in value.ToArray())
        {
            value.Remove(name);
            described[name] = part;
        }

        return described;
    }

    private static string Description(KeyAttribute rules) =>
        rules.Default is null ? rules.Description : $"{rules.Description} Default: {rules.Default}.";

    private static JsonObject OfType(SectionShape shape, ServiceType type, bool overriding)
    {
        var flag = type.AsSet();
        var foreign = shape.Keys.Where(key => (key.Rules.For & flag) == 0).Select(key => KeyValuePair.Create(key.Name, (JsonNode?)false));
        var then = new JsonObject { ["properties"] = new JsonObject(foreign) };
        var required = shape.Keys
            .Where(key => key.Rules.Required && key.Rules.For != ServiceTypes.All && (key.Rules.For & flag) != 0)
            .Select(key => key.Name)
            .ToArray();
        if (!overriding && required.Length > 0)
        {
            then["required"] = Names(required);
        }

        return new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = EnumWord.Of(type) } },
                ["required"] = Names(["type"]),
                ["type"] = "object",
            },
            ["then"] = then,
        };
    }

    private static JsonArray Names(string[] names) => new([.. names.Select(name => (JsonNode)name)]);
}
