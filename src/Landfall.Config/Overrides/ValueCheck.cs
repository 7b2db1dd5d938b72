using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Binding;

namespace Landfall.Config.Overrides;

/// <summary>
/// Holds a value against what CloudFormation takes at a place. Like CloudFormation, it takes a number or a boolean that is
/// written as text, and the other way round; what a function of a template gives is not judged.
/// </summary>
internal static class ValueCheck
{
    private const int ShownWords = 30;
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Finds what is wrong.</summary>
    /// <param name="node">What CloudFormation takes.</param>
    /// <param name="value">The value.</param>
    /// <returns>Places inside the value, such as <c>.0.Key</c>, with what is wrong there.</returns>
    public static IEnumerable<(string Place, string Fault)> Faults(SchemaNode node, JsonNode value)
    {
        if (value is JsonObject { Count: 1 } function && PatchPath.IsFunction(function.First().Key))
        {
            return [];
        }

        var kinds = node.Kinds;
        if (kinds.Count > 0 && !kinds.Any(kind => IsKind(value, kind)))
        {
            return [("", $"is {Shown(value)}, but CloudFormation takes {string.Join(" or ", kinds.Select(Named))}")];
        }

        var own = value switch
        {
            JsonObject mapping => OfMapping(node, mapping),
            JsonArray list => OfList(node, list),
            _ => OfScalar(node, value.ToString()).Select(fault => ("", fault)),
        };
        var alternatives = node.Alternatives.Select(alternative => Faults(alternative, value).ToList()).ToList();
        return alternatives.Count == 0 || alternatives.Any(faults => faults.Count == 0) ? own : own.Concat(alternatives[0]);
    }

    private static IEnumerable<(string Place, string Fault)> OfMapping(SchemaNode node, JsonObject mapping)
    {
        foreach (var missing in node.Required.Where(name => !mapping.ContainsKey(name)))
        {
            yield return ("", $"lacks '{missing}', which CloudFormation needs there");
        }

        foreach (var (name, value) in mapping)
        {
            var below = SchemaWalk.Below(node, name);
            if (below.Unknown is { } names)
            {
                yield return ("", $"has '{name}', which CloudFormation does not know there.{Suggestion.DidYouMean(name, names)} It knows {string.Join(", ", names)}");
            }
            else if (below.Node is { } child && value is not null)
            {
                foreach (var (place, fault) in Faults(child, value))
                {
                    yield return ($".{name}{place}", fault);
                }
            }
        }
    }

    private static IEnumerable<(string Place, string Fault)> OfList(SchemaNode node, JsonArray list)
    {
        if (Outside(list.Count, node.Bound("minItems"), node.Bound("maxItems")) is { } allowed)
        {
            yield return ("", $"has {list.Count} items, but CloudFormation takes {allowed}");
        }

        if (node.Items is not { } items)
        {
            yield break;
        }

        for (var i = 0; i < list.Count; i++)
        {
            foreach (var (place, fault) in list[i] is { } item ? Faults(items, item) : [])
            {
                yield return ($".{i}{place}", fault);
            }
        }
    }

    private static IEnumerable<string> OfScalar(SchemaNode node, string text)
    {
        var words = node.Words;
        if (words.Count > 0 && !words.Contains(text, StringComparer.Ordinal))
        {
            yield return $"is '{text}', which CloudFormation does not know.{Suggestion.DidYouMean(text, words)} It knows {string.Join(", ", words.Take(ShownWords))}{(words.Count > ShownWords ? ", …" : "")}";
        }

        var numeric = node.Kinds.Any(kind => kind is "integer" or "number");
        if (numeric && Number(text) is { } number && Outside(number, node.Bound("minimum"), node.Bound("maximum")) is { } range)
        {
            yield return $"is {text}, but CloudFormation takes {range}";
        }

        if (!numeric && Outside(text.Length, node.Bound("minLength"), node.Bound("maxLength")) is { } length)
        {
            yield return $"has {text.Length} characters, but CloudFormation takes {length}";
        }

        if (node.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTime))
        {
            yield return $"is '{text}', which does not match {pattern}";
        }
    }

    private static bool IsKind(JsonNode value, string kind) => (kind, value.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        (_, JsonValueKind.Object or JsonValueKind.Array) => false,
        ("string", _) => true,
        ("integer", _) => Number(value.ToString()) is { } number && double.IsInteger(number),
        ("number", _) => Number(value.ToString()) is not null,
        ("boolean", _) => bool.TryParse(value.ToString(), out _),
        _ => false,
    };

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Outside(double number, double? least, double? most) =>
        !(number < least) && !(number > most) ? null
        : (least, most) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"),
            ({ } low, _) => string.Create(CultureInfo.InvariantCulture, $"at least {low}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"at most {most}"),
        };

    private static string Named(string kind) => kind switch
    {
        "object" => "a mapping",
        "array" => "a list",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        _ => "text",
    };

    private static string Shown(JsonNode value) => value switch
    {
        JsonObject => "a mapping",
        JsonArray => "a list",
        _ => $"'{value}'",
    };
}
