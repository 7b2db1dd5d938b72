namespace Landfall.Operations.Specs.Reading;

/// <summary>A check of what a month is estimated to cost.</summary>
/// <param name="Which"><c>low</c>, <c>expected</c> or <c>high</c>.</param>
/// <param name="Comparison">What it has to be, in US dollars.</param>
internal sealed record CostCheck(string Which, Comparison Comparison) : SpecCheck;
