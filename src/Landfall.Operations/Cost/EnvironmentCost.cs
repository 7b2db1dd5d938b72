using Landfall.Operations.Cost.Billed;
using Landfall.Operations.Cost.Sizing;

namespace Landfall.Operations.Cost;

/// <summary>What an environment costs.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Prices">The prices that it is reckoned with: list prices, before discounts and free allowances.</param>
/// <param name="Month">What is known of a month of 730 hours, in US dollars.</param>
/// <param name="Parts">Its parts, the dearest first.</param>
/// <param name="Unknown">What has no price here, and is in no sum.</param>
/// <param name="Hints">What another way would cost.</param>
/// <param name="Assumptions">What is reckoned with where the bill depends on use.</param>
internal sealed record EnvironmentCost(
    string App,
    string Environment,
    UsedPrices Prices,
    Extent Month,
    IReadOnlyList<StackCost> Parts,
    IReadOnlyList<UnknownCost> Unknown,
    IReadOnlyList<Hint> Hints,
    IReadOnlyList<Assumption> Assumptions)
{
    /// <summary>Another environment that it is compared with, or null.</summary>
    public ComparedCost? Compared { get; init; }

    /// <summary>What was billed, or null where nobody asked.</summary>
    public BilledCost? Actual { get; init; }

    /// <summary>What follows from what services were measured to use, or null where nobody asked.</summary>
    public IReadOnlyList<ServiceAdvice>? Advice { get; init; }
}
