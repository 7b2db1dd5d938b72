using System.Text.Json;

namespace Landfall.Config.Prices;

/// <summary>A few list prices, <c>prices.json</c>, by which defaults are chosen: dated, of one region, without traffic.</summary>
internal static class PriceList
{
    // AWS's own month: 365 days of 24 hours, a twelfth.
    private const int HoursOfAMonth = 730;

    private static readonly Lazy<JsonElement> Read = new(() =>
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    });

    /// <summary>Which prices they are: "list prices of us-east-1, 2026-11-26".</summary>
    public static string Basis => $"list prices of {Read.Value.GetProperty("region").GetString()}, {Read.Value.GetProperty("read").GetString()}";

    /// <summary>What a thing costs that is there for a month.</summary>
    /// <param name="thing">Its name in the file.</param>
    /// <returns>Dollars.</returns>
    public static double Month(string thing) =>
        Read.Value.GetProperty("hourly").GetProperty(thing).GetProperty("price").GetDouble() * HoursOfAMonth;
}
