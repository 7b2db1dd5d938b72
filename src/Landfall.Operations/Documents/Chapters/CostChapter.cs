using Landfall.Operations.Cost;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>What the environment costs in a month, as <c>cost</c> estimates it.</summary>
internal static class CostChapter
{
    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment)
    {
        var cost = environment.Cost;
        return new Chapter("cost", "Cost", [
            new Paragraph($"A month of 730 hours in US dollars, at list prices of {cost.Prices.Date}, before discounts and free allowances. Low and high are those of scaling; what depends on use is assumed to be a small system's."),
            new Grid(["Part", "Low", "Expected", "High"], [.. cost.Parts.Select(part => Row(part.Name, part.Month)), Row("all", cost.Month)]),
            .. cost.Unknown.Count > 0
                ? new Block[] { new Paragraph("Without a price here, and in no sum:"), new Items([.. cost.Unknown.Select(unknown => (Phrase)FormattableString.Invariant($"{unknown.Count} × {unknown.What}"))]) }
                : [],
        ]);
    }

    private static IReadOnlyList<Phrase> Row(string name, Extent month) => [name, Words.Money(month.Low), Words.Money(month.Expected), Words.Money(month.High)];
}
