using System.Text.Json;

namespace Landfall.Operations.Changes;

/// <summary>
/// Which properties of which resource types CloudFormation cannot change in place. The table is written by
/// <c>eng/property-table.py</c> from CloudFormation's registry schemas; the local AWS uses the same one.
/// </summary>
internal static class PropertyTable
{
    private static readonly Lazy<JsonElement> Types = new(Read);

    /// <summary>Looks a resource type up.</summary>
    /// <param name="type">The type, for example <c>AWS::SQS::Queue</c>.</param>
    /// <returns>Its properties; null for a type that is not in the table, of which nothing is known.</returns>
    public static TypeProperties? Of(string type) =>
        Types.Value.TryGetProperty(type, out var entry)
            ? new TypeProperties(
                Paths(entry, "createOnly"),
                Paths(entry, "conditionalCreateOnly"),
                Paths(entry, "readOnly"),
                Paths(entry, "writeOnly"),
                Paths(entry, "primaryIdentifier"))
            : null;

    private static IReadOnlyList<string> Paths(JsonElement entry, string key) =>
        entry.TryGetProperty(key, out var paths) ? [.. paths.EnumerateArray().Select(p => p.GetString()!)] : [];

    private static JsonElement Read()
    {
        using var stream = typeof(PropertyTable).Assembly.GetManifestResourceStream("Landfall.Operations.LocalAws.property-table.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("types").Clone();
    }
}
