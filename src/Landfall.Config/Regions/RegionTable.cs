using System.Text.Json;

namespace Landfall.Config.Regions;

/// <summary>
/// The AWS regions and what there is in each. The table is written by <c>eng/region-capabilities.py</c> from
/// CloudFormation's registry schemas and from AWS's pages, which it names; the local AWS uses the same one.
/// </summary>
internal static class RegionTable
{
    // Accounts number their zones from a, where AWS has not closed one of them to new customers.
    private const string UsualLetters = "abc";

    private static readonly Lazy<JsonElement> Table = new(Read);
    private static readonly Lazy<SortedDictionary<string, RegionCapabilities>> Regions = new(() => new(
        Table.Value.GetProperty("regions").EnumerateObject().ToDictionary(region => region.Name, region => Region(region.Name, region.Value)),
        StringComparer.Ordinal));

    /// <summary>The regions' names, in order.</summary>
    public static IReadOnlyCollection<string> Names => Regions.Value.Keys;

    /// <summary>The services whose interface endpoints Landfall can make, for example <c>ecr.api</c>.</summary>
    public static IReadOnlyList<string> MadeEndpoints => [.. List(Table.Value, "endpoints")];

    /// <summary>Tells what there is in a region.</summary>
    /// <param name="region">The region, one of <see cref="Names"/>.</param>
    /// <returns>What there is.</returns>
    public static RegionCapabilities Of(string region) => Regions.Value[region];

    /// <summary>Tells what there is in a region, if it is one.</summary>
    /// <param name="region">The region, or null.</param>
    /// <returns>What there is; null where the table has no such region.</returns>
    public static RegionCapabilities? Find(string? region) => region is null ? null : Regions.Value.GetValueOrDefault(region);

    private static JsonElement Read()
    {
        using var stream = typeof(RegionTable).Assembly.GetManifestResourceStream("region-capabilities.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private static RegionCapabilities Region(string name, JsonElement facts) => new()
    {
        Name = name,
        Partition = Text(facts, "partition")!,
        DnsSuffix = Text(facts, "dnsSuffix")!,
        CdnZone = Text(facts, "cdnZone"),
        CdnRegion = Text(facts, "cdnRegion"),
        FargateZones = facts.TryGetProperty("fargateZones", out _) ? [.. List(facts, "fargateZones")] : null,
        ZoneLetters = Text(facts, "zoneLetters") ?? UsualLetters,
        MissingTypes = List(facts, "missingTypes").ToHashSet(StringComparer.Ordinal),
        MissingProperties = Properties(facts, "missingProperties").ToHashSet(StringComparer.Ordinal),
        NeededProperties = Properties(facts, "neededProperties").ToHashSet(StringComparer.Ordinal),
        MissingFeatures = List(facts, "missingFeatures").ToHashSet(StringComparer.Ordinal),
        CnEndpoints = List(facts, "cnEndpoints").ToHashSet(StringComparer.Ordinal),
    };

    private static string? Text(JsonElement facts, string key) => facts.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Properties(JsonElement facts, string key) => facts.TryGetProperty(key, out var types)
        ? types.EnumerateObject().SelectMany(type => type.Value.EnumerateArray().Select(property => $"{type.Name}/{property.GetString()}"))
        : [];

    private static IEnumerable<string> List(JsonElement facts, string key) =>
        facts.TryGetProperty(key, out var values) ? values.EnumerateArray().Select(value => value.GetString()!) : [];
}
