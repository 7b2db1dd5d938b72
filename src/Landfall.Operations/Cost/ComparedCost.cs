namespace Landfall.Operations.Cost;

/// <summary>Two environments beside one another.</summary>
/// <param name="Environment">The other one.</param>
/// <param name="Month">What the other one costs in a month.</param>
/// <param name="Parts">The parts of both, those that differ most first.</param>
internal sealed record ComparedCost(string Environment, Extent Month, IReadOnlyList<ComparedPart> Parts)
{
    /// <summary>Compares.</summary>
    /// <param name="parts">The parts of the one.</param>
    /// <param name="environment">The other's name.</param>
    /// <param name="others">The parts of the other.</param>
    public static ComparedCost Of(IReadOnlyList<StackCost> parts, string environment, IReadOnlyList<StackCost> others) => new(
        environment,
        Extent.Sum(others.Select(part => part.Month)),
        [
            .. parts.Concat(others).Select(part => part.Name).Distinct(StringComparer.Ordinal)
                .Select(name => new ComparedPart(name, Expected(parts, name), Expected(others, name)))
                .OrderByDescending(part => Math.Abs((part.Here ?? 0) - (part.There ?? 0))).ThenBy(part => part.Name, StringComparer.Ordinal),
        ]);

    private static decimal? Expected(IReadOnlyList<StackCost> parts, string name) => parts.FirstOrDefault(part => part.Name == name)?.Month.Expected;
}
