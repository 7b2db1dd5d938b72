using System.Text.Json;

namespace Landfall.Config.Overrides;

/// <summary>
/// What CloudFormation takes as the properties of each resource type that Landfall writes: its registry schemas, from
/// which <c>eng/resource-schemas.py</c> writes the table.
/// </summary>
internal static class ResourceSchemas
{
    private static readonly Lazy<JsonElement> Table = new(() =>
    {
        using var stream = typeof(ResourceSchemas).Assembly.GetManifestResourceStream("resource-schemas.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    });

    /// <summary>The day on which the table was written.</summary>
    public static string Written => Table.Value.GetProperty("written").GetString()!;

    /// <summary>The types of the table.</summary>
    public static IReadOnlyList<string> Types => [.. Table.Value.GetProperty("types").EnumerateObject().Select(type => type.Name)];

    /// <summary>A type's schema, or null for a type that the table does not have.</summary>
    /// <param name="type">The resource type, for example <c>AWS::SQS::Queue</c>.</param>
    public static ResourceSchema? Find(string type) =>
        Table.Value.GetProperty("types").TryGetProperty(type, out var schema) ? new ResourceSchema(type, schema) : null;
}
