using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>
/// Gives the values of a template's expressions. What only AWS knows stays a token; scalars become text, as CloudFormation
/// compares them.
/// </summary>
/// <param name="stack">The stack's name.</param>
/// <param name="template">Its template.</param>
/// <param name="outside">Knows the parameters, what other stacks export, and which resources are about to be replaced.</param>
internal sealed class TemplateEvaluator(string stack, JsonObject template, IOutside outside)
{
    private readonly JsonObject _resources = template["Resources"] as JsonObject ?? [];
    private readonly JsonObject _parameters = template["Parameters"] as JsonObject ?? [];
    private readonly Dictionary<string, bool> _conditions = new(StringComparer.Ordinal);

    /// <summary>Evaluates the resources that the template's conditions leave in it.</summary>
    /// <returns>The resources by logical id, in the template's order.</returns>
    public IReadOnlyDictionary<string, EvaluatedResource> Resources()
    {
        var found = new Dictionary<string, EvaluatedResource>(StringComparer.Ordinal);
        foreach (var (id, node) in _resources)
        {
            if (node is not JsonObject resource || (resource["Condition"] is { } condition && !Holds((string)condition!)))
                continue;
            found[id] = new EvaluatedResource(
                stack,
                id,
                (string)resource["Type"]!,
                Evaluate(resource["Properties"]) as JsonObject ?? [],
                (string?)resource["DeletionPolicy"],
                (string?)resource["UpdateReplacePolicy"],
                (string?)resource["Metadata"]?["aws:cdk:path"] ?? $"{stack}/{id}");
        }

        return found;
    }

    /// <summary>Evaluates an expression.</summary>
    /// <param name="node">A part of the template.</param>
    /// <returns>Text, a list or a map; null for what is not given.</returns>
    public JsonNode? Evaluate(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => new JsonArray([.. list.Select(Evaluate).Where(i => i is not null)]),
        JsonObject map when map.Count == 1 && map.First() is var (key, argument) && (key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal)) =>
            Function(key, argument),
        JsonObject map => new JsonObject(map.Select(e => KeyValuePair.Create(e.Key, Evaluate(e.Value))).Where(e => e.Value is not null)),
        _ => Scalar(node),
    };

    private static JsonValue Scalar(JsonNode node) =>
        JsonValue.Create(node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString());

    private JsonNode? Function(string name, JsonNode? argument)
    {
        switch (name)
        {
            case "Ref":
                return Reference((string)argument!);
            case "Fn::GetAtt":
                return Attribute(argument!);
            case "Fn::Sub":
                return Substitute(argument!);
            case "Fn::If" when argument is JsonArray { Count: 3 } choice:
                return Evaluate(Holds((string)choice[0]!) ? choice[1] : choice[2]);
            case "Fn::ImportValue":
                return outside.Import(Text(Evaluate(argument)));
            case "Fn::FindInMap" when argument is JsonArray { Count: >= 3 } keys:
                return Evaluate(template["Mappings"]?[Text(Evaluate(keys[0]))]?[Text(Evaluate(keys[1]))]?[Text(Evaluate(keys[2]))]?.DeepClone())
                    ?? Unknown(name, argument);
            case "Fn::Join" when argument is JsonArray { Count: 2 } parts && Evaluate(parts[1]) is JsonArray items:
                return JsonValue.Create(string.Join((string)parts[0]!, items.Select(Text)));
            case "Fn::Split" when argument is JsonArray { Count: 2 } parts && Text(Evaluate(parts[1])) is var text && !text.Contains("${", StringComparison.Ordinal):
                return new JsonArray([.. text.Split((string)parts[0]!).Select(p => (JsonNode)p)]);
            case "Fn::Select" when argument is JsonArray { Count: 2 } parts
                && Evaluate(parts[1]) is JsonArray items && int.TryParse(Text(Evaluate(parts[0])), CultureInfo.InvariantCulture, out var index) && index < items.Count:
                return items[index]?.DeepClone();
            default:
                return Unknown(name, argument);
        }
    }

    /// <summary>A function whose value only AWS knows: equal where its arguments are.</summary>
    private JsonObject Unknown(string name, JsonNode? argument) => new() { [name] = Evaluate(argument) };

    private JsonNode? Reference(string name)
    {
        if (name == "AWS::NoValue")
            return null;
        if (name == "AWS::StackName")
            return stack;
        if (name.StartsWith("AWS::", StringComparison.Ordinal))
            return outside.Pseudo(stack, name);
        if (_parameters[name] is not JsonObject parameter)
            return Token.Of(stack, name, null, outside.Replaced(stack, name, null));
        var value = outside.Parameter(stack, name);
        var isList = ((string?)parameter["Type"])?.Contains("List", StringComparison.Ordinal) == true;
        return isList && value is JsonValue ? new JsonArray([.. Text(value).Split(',').Select(p => (JsonNode)p.Trim())]) : value;
    }

    private JsonValue Attribute(JsonNode argument)
    {
        var parts = argument is JsonArray list ? [Text(Evaluate(list[0])), Text(Evaluate(list[1]))] : ((string)argument!).Split('.', 2);
        return JsonValue.Create(Token.Of(stack, parts[0], parts[1], outside.Replaced(stack, parts[0], parts[1])));
    }

    private JsonValue Substitute(JsonNode argument)
    {
        var text = argument is JsonArray list ? (string)list[0]! : (string)argument!;
        var own = (argument as JsonArray)?[1] as JsonObject ?? [];
        var result = new StringBuilder();
        var position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
                break;
            var name = text[(start + 2)..end].Trim();
            result.Append(text, position, start - position);
            result.Append(name switch
            {
                ['!', ..] => $"${{{name[1..]}}}",
                _ when own.TryGetPropertyValue(name, out var value) => Text(Evaluate(value)),
                _ when name.Contains('.', StringComparison.Ordinal) => Text(Attribute(name)),
                _ => Text(Reference(name)),
            });
            position = end + 1;
        }

        return JsonValue.Create(result.Append(text, position, text.Length - position).ToString());
    }

    private bool Holds(string condition)
    {
        if (!_conditions.TryGetValue(condition, out var holds))
            _conditions[condition] = holds = Holds(template["Conditions"]?[condition]);
        return holds;
    }

    private bool Holds(JsonNode? node)
    {
        if (node is not JsonObject { Count: 1 } map)
            return false;
        var (name, argument) = map.First();
        var arguments = argument as JsonArray;
        return name switch
        {
            "Condition" => Holds((string)argument!),
            "Fn::Equals" => JsonNode.DeepEquals(Evaluate(arguments?[0]), Evaluate(arguments?[1])),
            "Fn::And" => arguments?.All(Holds) == true,
            "Fn::Or" => arguments?.Any(Holds) == true,
            "Fn::Not" => !Holds(arguments?[0]),
            _ => false,
        };
    }

    private static string Text(JsonNode? node) =>
        node is null ? "" : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
