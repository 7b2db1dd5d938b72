using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Reads evaluated values, which are text, as what they mean.</summary>
internal static class Scalars
{
    /// <summary>Reads a whole number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number, or null.</returns>
    public static int? Number(JsonNode? value) =>
        int.TryParse(Text(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads a number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number, or null.</returns>
    public static decimal? Decimal(JsonNode? value) =>
        decimal.TryParse(Text(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text, or null for what is none.</returns>
    public static string? Text(JsonNode? value) => value is JsonValue text ? text.GetValue<string>() : null;

    /// <summary>Reads a value or a list of values.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The texts; whatever is no text as JSON.</returns>
    public static IReadOnlyList<string> Texts(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => [.. list.Select(i => Text(i) ?? i!.ToJsonString())],
        _ => [Text(value) ?? value.ToJsonString()],
    };

    /// <summary>Writes a time for people.</summary>
    /// <param name="seconds">The time in seconds.</param>
    /// <returns>For example <c>10 minutes</c>.</returns>
    public static string Span(int seconds) => seconds < 120 ? $"{seconds} seconds" : $"{(seconds + 30) / 60} minutes";
}
