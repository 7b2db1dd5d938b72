using System.Globalization;

namespace Landfall.Operations.Changes;

/// <summary>What a change does to what an environment is expected to cost in a month, at list prices in US dollars.</summary>
/// <param name="Before">What it costs as it runs.</param>
/// <param name="After">What it will cost.</param>
/// <param name="Prices">The day of the prices.</param>
/// <param name="Unknown">What comes, goes or becomes another, and has no price here.</param>
internal sealed record ChangeCost(decimal Before, decimal After, string Prices, IReadOnlyList<string> Unknown)
{
    // In a region without prices it would be all.
    private const int MostUnknown = 3;

    /// <summary>Writes a difference.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="after">What it will be.</param>
    /// <returns>For example <c>+$12.41 a month</c>.</returns>
    public static string Difference(decimal before, decimal after) =>
        string.Create(CultureInfo.InvariantCulture, $"{(after < before ? '-' : '+')}${Math.Abs(after - before):#,0.00} a month");

    /// <inheritdoc />
    public override string ToString() =>
        (Before == After ? "Costs as much" : string.Create(CultureInfo.InvariantCulture, $"Costs {Difference(Before, After)} (${Before:#,0.00} → ${After:#,0.00} expected, list prices of {Prices})"))
        + (Unknown.Count == 0 ? "" : $", but for what has no known price: {string.Join(", ", Unknown.Take(MostUnknown))}{(Unknown.Count > MostUnknown ? $" and {Unknown.Count - MostUnknown} more" : "")}");
}
