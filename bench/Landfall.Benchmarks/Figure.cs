namespace Landfall.Benchmarks;

/// <summary>A measurement and what it is held against.</summary>
/// <param name="Measured">The measurement.</param>
/// <param name="Limit">The most that is allowed: seconds, or times the median of <paramref name="Base"/>; null for none.</param>
/// <param name="Base">What the limit is a multiple of, or null when it is in seconds.</param>
internal sealed record Figure(Measurement Measured, double? Limit = null, Measurement? Base = null)
{
    /// <summary>What the limit applies to: the median, by itself or over that of the base.</summary>
    public double Value => Measured.Median / (Base?.Median ?? 1);
}
