using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Values;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs.Judging;

/// <summary>Finds values by their path, and compares them.</summary>
internal static class Values
{
    private const int Shown = 5;

    /// <summary>Finds what a path leads to. Through a list it leads to each of its items.</summary>
    /// <param name="place">What the root is called.</param>
    /// <param name="root">Where the path begins.</param>
    /// <param name="path">Keys with dots between them.</param>
    /// <returns>The values, one with null where a key is missing.</returns>
    public static IReadOnlyList<FoundValue> At(string place, JsonNode? root, string path)
    {
        IReadOnlyList<FoundValue> here = [new FoundValue(place, root)];
        foreach (var key in path.Split('.'))
            here = [.. here.SelectMany(Items).Select(value => new FoundValue($"{value.Place}.{key}", (value.Node as JsonObject)?[key]))];
        return here;
    }

    /// <summary>Holds values against what they have to be: all of them.</summary>
    /// <param name="values">The values.</param>
    /// <param name="comparison">What they have to be.</param>
    /// <returns>The judgement, with the values that decide it.</returns>
    public static Judgement Judge(IReadOnlyList<FoundValue> values, Comparison comparison)
    {
        if (values.Count == 0)
            return new Judgement(comparison.Operator == "absent" ? CheckOutcome.Satisfied : CheckOutcome.Violated, "the list on the way there is empty");
        var judged = values.Select(value => (value, Holds: Holds(value.Node, comparison))).ToList();
        var outcome = judged.Exists(one => one.Holds == false) ? CheckOutcome.Violated : judged.Exists(one => one.Holds is null) ? CheckOutcome.NotChecked : CheckOutcome.Satisfied;
        var deciding = judged.Where(one => outcome switch { CheckOutcome.Violated => one.Holds == false, CheckOutcome.NotChecked => one.Holds is null, _ => true }).ToList();
        var text = string.Join("; ", deciding.Take(Shown).Select(one => $"{one.value.Place} = {Text(one.value.Node)}"));
        return new Judgement(outcome, $"{text}{(deciding.Count > Shown ? FormattableString.Invariant($"; and {deciding.Count - Shown} more") : "")}{(outcome == CheckOutcome.NotChecked ? ": only AWS knows the value" : "")}");
    }

    private static IEnumerable<FoundValue> Items(FoundValue value) => value.Node is JsonArray list
        ? list.Select((item, i) => new FoundValue(FormattableString.Invariant($"{value.Place}[{i}]"), item))
        : [value];

    /// <summary>Whether a value is what it has to be; null where only AWS knows it.</summary>
    private static bool? Holds(JsonNode? node, Comparison comparison) => comparison.Operator switch
    {
        "exists" => node is not null,
        "absent" => node is null,
        "has" => Has(node, comparison.Value),
        _ when IsUnknown(node) => null,
        "=" => Same(node, comparison.Value),
        "!=" => !Same(node, comparison.Value),
        var sign => Order(node, comparison.Value) is { } order && sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 },
    };

    private static bool? Has(JsonNode? node, string value)
    {
        if (node is JsonArray list && list.Any(item => Same(item, value)))
            return true;
        return IsUnknown(node) || (node is JsonArray items && items.Any(IsUnknown)) ? null : false;
    }

    private static bool Same(JsonNode? node, string value) => Order(node, value) is { } order ? order == 0 : Text(node).Equals(value, StringComparison.Ordinal);

    /// <summary>Numbers and durations have an order; null for everything else.</summary>
    private static int? Order(JsonNode? node, string value)
    {
        var found = Text(node);
        if (decimal.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var other))
            return number.CompareTo(other);
        return TimeSpan.TryParseExact(found, "c", CultureInfo.InvariantCulture, out var time) && Duration.TryParse(value, out var duration) ? time.CompareTo(duration) : null;
    }

    /// <summary>A token or a function of a template that nothing but AWS can settle.</summary>
    private static bool IsUnknown(JsonNode? node) =>
        (node is JsonValue && Text(node).Contains("${", StringComparison.Ordinal)) || (node is JsonObject { Count: 1 } map && map.First().Key.StartsWith("Fn::", StringComparison.Ordinal));

    private static string Text(JsonNode? node) => node is null ? "nothing" : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
