using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Binding;
using Landfall.Config.Values;

namespace Landfall.Config.Schema;

/// <summary>Schemas of values. Text with a variable in it is allowed everywhere, since only loading tells what it becomes.</summary>
internal static class ValueSchema
{
    private const string Variable = @"\$\{env:";
    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private const string Date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    /// <summary>Writes a value's schema.</summary>
    /// <param name="shape">The value.</param>
    /// <param name="overriding">True when nothing in it is required.</param>
    /// <param name="nullable">True when null may stand for leaving it out.</param>
    /// <param name="definitions">Where the definitions of sections go.</param>
    public static JsonObject Of(ValueShape shape, bool overriding, bool nullable, DefinitionSet definitions) => shape switch
    {
        SectionShape section => Section(section, overriding, nullable, definitions),
        ListShape { OrOne: true } list => new JsonObject
        {
            ["anyOf"] = new JsonArray(Only(list.Item, overriding, definitions), Of(list with { OrOne = false }, overriding, nullable, definitions)),
        },
        ListShape list => With(
            new JsonObject { ["type"] = Types(nullable, "array"), ["items"] = Item(list.Item, overriding, definitions) },
            "minItems",
            list.MinItems),
        MapShape map => With(
            new JsonObject { ["type"] = Types(nullable, "object"), ["additionalProperties"] = Item(map.Item, overriding, definitions) },
            "minProperties",
            map.MinItems),
        UsesShape uses => Uses(uses, definitions),
        ScalarShape scalar => Scalar(scalar, nullable),
        _ => [],
    };

    private static JsonObject Item(ValueShape shape, bool overriding, DefinitionSet definitions)
    {
        // A name without anything after it means an empty section, so it is only allowed where that is complete.
        var complete = overriding || shape is not SectionShape section || !section.Keys.Any(key => key.Rules.Required);
        return Of(shape, overriding, nullable: complete && shape is SectionShape, definitions);
    }

    // An empty mapping in a list's place is no item that says nothing, but a list that was meant.
    private static JsonObject Only(ValueShape shape, bool overriding, DefinitionSet definitions)
    {
        var item = Item(shape, overriding, definitions);
        if (shape is SectionShape)
        {
            item["minProperties"] = 1;
        }

        return item;
    }

    private static JsonObject Section(SectionShape section, bool overriding, bool nullable, DefinitionSet definitions)
    {
        var schema = definitions.Reference(section, overriding);
        if (!nullable)
        {
            schema["not"] = new JsonObject { ["type"] = "null" };
        }

        return schema;
    }

    private static JsonObject Uses(UsesShape uses, DefinitionSet definitions) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["maxProperties"] = 1,
                ["additionalProperties"] = definitions.Reference(uses.Options, overriding: false),
            }),
    };

    private static JsonObject Scalar(ScalarShape shape, bool nullable) => shape.Kind switch
    {
        ScalarKind.Text when shape.Rules.OneOf.Length > 0 => Words(shape.Rules.OneOf.Select(word => (JsonNode)word), nullable),
        ScalarKind.Text => Text(shape.Rules, nullable),
        ScalarKind.Boolean => Typed(nullable, "boolean", Variable),
        ScalarKind.Integer when shape.Rules.OneOf.Length > 0 =>
            Words(shape.Rules.OneOf.Select(number => (JsonNode)int.Parse(number, CultureInfo.InvariantCulture)), nullable),
        ScalarKind.Integer => Ranged(Typed(nullable, "integer", Variable), shape.Rules),
        ScalarKind.Number => Ranged(Typed(nullable, "number", Variable), shape.Rules),
        ScalarKind.Duration => new JsonObject { ["type"] = Types(nullable, "string"), ["pattern"] = Whole(Duration.Pattern) },
        ScalarKind.Size => Ranged(Typed(nullable, "integer", Whole(Size.Pattern)), shape.Rules),
        ScalarKind.Percent => Ranged(Typed(nullable, "number", Whole(Percent.Pattern)), shape.Rules),
        ScalarKind.Time => new JsonObject { ["type"] = Types(nullable, "string"), ["pattern"] = Whole(Time) },
        ScalarKind.Date => new JsonObject { ["type"] = Types(nullable, "string"), ["pattern"] = Whole(Date) },
        ScalarKind.Word => Words(shape.Words.Select(pair => (JsonNode)pair.Key), nullable),
        _ => throw new InvalidOperationException($"No schema for {shape.Kind}."),
    };

    private static JsonObject Text(KeyAttribute rules, bool nullable)
    {
        if (rules.Pattern is not { } pattern)
        {
            return new JsonObject { ["type"] = rules.Loose ? Types(nullable, "string", "number", "boolean") : Types(nullable, "string") };
        }

        var number = Regex.IsMatch("1.5", $"^(?:{pattern})$") ? "number" : "integer";
        var schema = new JsonObject
        {
            ["type"] = rules.Loose ? Types(nullable, "string", number) : Types(nullable, "string"),
            ["pattern"] = Whole(pattern),
        };
        if (rules.Loose)
        {
            schema["minimum"] = 0;
        }

        return Ranged(schema, rules);
    }

    private static JsonObject Typed(bool nullable, string type, string pattern) => new()
    {
        ["type"] = Types(nullable, type, "string"),
        ["pattern"] = pattern,
    };

    private static JsonObject Words(IEnumerable<JsonNode> words, bool nullable)
    {
        var allowed = new JsonArray([.. words]);
        if (nullable)
        {
            allowed.Add((JsonNode?)null);
        }

        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = allowed },
                new JsonObject { ["type"] = "string", ["pattern"] = Variable }),
        };
    }

    private static JsonObject Ranged(JsonObject schema, KeyAttribute rules)
    {
        if (!double.IsNaN(rules.Min))
        {
            schema["minimum"] = rules.Min;
        }

        if (!double.IsNaN(rules.Max))
        {
            schema["maximum"] = rules.Max;
        }

        return schema;
    }

    private static JsonObject With(JsonObject schema, string keyword, int least)
    {
        if (least > 0)
        {
            schema[keyword] = least;
        }

        return schema;
    }

    private static string Whole(string pattern) => $"^(?:{pattern})$|{Variable}";

    private static JsonNode Types(bool nullable, params string[] types) =>
        types.Length == 1 && !nullable
            ? types[0]
            : new JsonArray([.. types.Select(type => (JsonNode)type), .. nullable ? new JsonNode[] { "null" } : []]);
}
