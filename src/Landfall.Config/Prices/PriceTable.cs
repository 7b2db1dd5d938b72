using System.Text.Json;

namespace Landfall.Config.Prices;

/// <summary>
/// AWS's list prices, <c>price-table.json</c>: dated, in US dollars, before discounts and free allowances.
/// <c>eng/price-table.py</c> refreshes them from AWS's price list.
/// </summary>
internal static class PriceTable
{
    /// <summary>AWS's own month: 365 days of 24 hours, a twelfth.</summary>
    public const int HoursOfAMonth = 730;

    // Where AWS asks the same everywhere, or does not sell by the region.
    private const string Everywhere = "global";

    private static readonly Lazy<JsonElement> Read = new(() =>
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("price-table.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    });

    private static readonly Lazy<Dictionary<(string Name, string Region), UnitPrice>> Prices = new(() =>
        Read.Value.GetProperty("prices").EnumerateObject()
            .SelectMany(thing => thing.Value.GetProperty("prices").EnumerateArray().SelectMany(group => Of(thing, group)))
            .ToDictionary(entry => (entry.Price.Name, entry.Region), entry => entry.Price));

    /// <summary>The day on which they were read.</summary>
    public static string Date => Read.Value.GetProperty("read").GetString()!;

    /// <summary>The table's version: another one where the meaning of an entry is another.</summary>
    public static int Version => Read.Value.GetProperty("version").GetInt32();

    /// <summary>The region whose prices stand for those of others where only the order of magnitude counts.</summary>
    public static string Home => Read.Value.GetProperty("home").GetString()!;

    /// <summary>Which prices <see cref="Month(string)"/> gives: "list prices of us-east-1, 2026-11-26".</summary>
    public static string Basis => $"list prices of {Home}, {Date}";

    /// <summary>The names of the things that have a price.</summary>
    public static IEnumerable<string> Names => Prices.Value.Keys.Select(key => key.Name).Distinct(StringComparer.Ordinal);

    /// <summary>What an instance of a database is called in the table.</summary>
    /// <param name="engine">The engine, as RDS calls it.</param>
    /// <param name="type">The instance's class, such as <c>db.t4g.micro</c>.</param>
    /// <returns>The name of a price by the hour.</returns>
    public static string DatabaseInstance(string? engine, string type) => $"rds.{engine}.{type.Replace("db.", "", StringComparison.Ordinal)}.hour";

    /// <summary>Finds a price.</summary>
    /// <param name="name">The thing's name in the table.</param>
    /// <param name="region">The region.</param>
    /// <returns>The price; null where the table has none for that region.</returns>
    public static UnitPrice? Find(string name, string region) =>
        Prices.Value.GetValueOrDefault((name, region)) ?? Prices.Value.GetValueOrDefault((name, Everywhere));

    /// <summary>What a thing costs at home that is there for a month.</summary>
    /// <param name="name">The name of a price by the hour.</param>
    /// <returns>Dollars.</returns>
    public static decimal Month(string name) => Month(name, Home)!.Value;

    /// <summary>What a thing costs that is there for a month.</summary>
    /// <param name="name">The name of a price by the hour.</param>
    /// <param name="region">The region.</param>
    /// <returns>Dollars; null where the table has no price of that region.</returns>
    public static decimal? Month(string name, string region) => Find(name, region)?.Amount * HoursOfAMonth;

    private static IEnumerable<(string Region, UnitPrice Price)> Of(JsonProperty thing, JsonElement group)
    {
        var price = new UnitPrice(
            thing.Name,
            group.GetProperty("price").GetDecimal(),
            thing.Value.GetProperty("unit").GetString()!,
            Enum.Parse<PriceCertainty>(group.GetProperty("certainty").GetString()!, ignoreCase: true),
            thing.Value.GetProperty("source").GetString()!);
        return group.GetProperty("regions").EnumerateArray().Select(region => (region.GetString()!, price));
    }
}
