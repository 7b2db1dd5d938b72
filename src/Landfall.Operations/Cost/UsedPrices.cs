using Landfall.Config.Prices;

namespace Landfall.Operations.Cost;

/// <summary>Which prices an estimate is made with.</summary>
/// <param name="Version">The table's version.</param>
/// <param name="Date">The day on which its prices were read.</param>
/// <param name="Currency">In what they are.</param>
/// <param name="FromMemory">The prices among those used that were written down from memory, and are to be checked.</param>
internal sealed record UsedPrices(int Version, string Date, string Currency, IReadOnlyList<string> FromMemory)
{
    /// <summary>The prices of stacks.</summary>
    /// <param name="stacks">The stacks.</param>
    public static UsedPrices Of(IReadOnlyList<StackCost> stacks) => new(
        PriceTable.Version,
        PriceTable.Date,
        "USD",
        [
            .. stacks.SelectMany(stack => stack.Resources.SelectMany(resource => resource.Lines).Select(line => PriceTable.Find(line.Price, stack.Region)))
                .Where(price => price?.Certainty == PriceCertainty.Memory).Select(price => price!.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ]);
}
