namespace Landfall.AIOps.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="Metric">What was measured, for example <c>speed</c>; figures of one metric are compared between sizes.</param>
/// <param name="Size">The input, for example <c>100,000 lines</c>.</param>
/// <param name="Value">The figure in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, for example <c>lines/s</c>.</param>
/// <param name="Target">The target in the same unit, or null where this size has none.</param>
/// <param name="LowerIsBetter">True for times and memory.</param>
internal sealed record BenchmarkFigure(string Metric, string Size, double Value, string Unit, double? Target = null, bool LowerIsBetter = false)
{
    /// <summary>How many times the target is met: 1 or more is met, whichever way is better. Null without a target.</summary>
    public double? TimesTarget => Target is null ? null : LowerIsBetter ? Target / Value : Value / Target;
}
