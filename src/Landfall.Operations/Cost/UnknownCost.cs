namespace Landfall.Operations.Cost;

/// <summary>What costs something, or may, and of which nobody here knows how much.</summary>
/// <param name="What">What it is.</param>
/// <param name="Count">How many there are.</param>
internal sealed record UnknownCost(string What, int Count);
