using System.Text.Json.Nodes;
using Landfall.Config.Binding;
using Landfall.Config.Values;

namespace Landfall.Config.Schema;

/// <summary>
/// The defaults that stand in the model's initialisers, in the file's spelling. Those that depend on other values have
/// words in their attribute instead.
/// </summary>
internal static class KeyDefault
{
    /// <summary>A key's default as JSON.</summary>
    /// <param name="section">The section that has the key.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value; null where the model has none.</returns>
    public static JsonNode? Json(SectionShape section, KeyShape key) =>
        key.Rules.Required ? null : Json(key.Value, key.Property.GetValue(Activator.CreateInstance(section.Type)));

    /// <summary>A key's default as the file would have it.</summary>
    /// <param name="section">The section that has the key.</param>
    /// <param name="key">The key.</param>
    /// <returns>The text; null where the model has none.</returns>
    public static string? Text(SectionShape section, KeyShape key) => Json(section, key) switch
    {
        null => null,
        JsonArray list => $"[{string.Join(", ", list)}]",
        var value => value.ToString(),
    };

    private static JsonNode? Json(ValueShape shape, object? value) => (shape, value) switch
    {
        (SectionShape { ShorthandKey: { } shorthand } section, Section) => Json(section, shorthand),
        (ListShape list, System.Collections.ICollection { Count: > 0 } items) => new JsonArray([.. items.Cast<object>().Select(item => Json(list.Item, item))]),
        (ScalarShape scalar, not null) => Scalar(scalar, value),
        _ => null,
    };

    private static JsonNode Scalar(ScalarShape shape, object value) => value switch
    {
        bool truth => truth,
        int number => number,
        double number => number,
        string text => text,
        TimeSpan duration => Duration.Format(duration),
        Percent percent => percent.Value,
        Size size => shape.Rules.Unit == "GiB" ? size.GiB : size.MiB,
        Enum => shape.Words.First(pair => pair.Value.Equals(value)).Key,
        _ => throw new NotSupportedException($"A default cannot be of type {value.GetType()}."),
    };
}
