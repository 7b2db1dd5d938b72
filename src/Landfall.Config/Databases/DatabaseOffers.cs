using System.Text.Json;
using Landfall.Config.Plan;

namespace Landfall.Config.Databases;

/// <summary>What RDS has for each engine: the table that <c>eng/database-offers.py</c> writes; the local AWS uses the same one.</summary>
internal static class DatabaseOffers
{
    private static readonly Lazy<JsonElement> Table = new(() =>
    {
        using var stream = typeof(DatabaseOffers).Assembly.GetManifestResourceStream("database-offers.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    });

    /// <summary>The day on which the table was written.</summary>
    public static string Written => Table.Value.GetProperty("written").GetString()!;

    /// <summary>What RDS has for an engine.</summary>
    public static DatabaseOffer Of(DatabaseEngine engine)
    {
        var entry = Table.Value.GetProperty("engines").GetProperty(engine.AwsName());
        return new DatabaseOffer(
            [.. Texts(entry.GetProperty("versions"))],
            entry.TryGetProperty("classes", out var classes) ? Lists(classes) : [],
            entry.TryGetProperty("missing", out var missing) ? Lists(missing) : []);
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(JsonElement mapping) =>
        mapping.EnumerateObject().ToDictionary(pair => pair.Name, IReadOnlyList<string> (pair) => [.. Texts(pair.Value)], StringComparer.Ordinal);

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
