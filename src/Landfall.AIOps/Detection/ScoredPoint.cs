namespace Landfall.AIOps.Detection;

/// <summary>What is kept of the last point, so that it can be explained when someone asks.</summary>
/// <param name="Ticks">Its time in ticks of 100 ns.</param>
/// <param name="X">Its value, counted from the series' first.</param>
/// <param name="Kind">In which respect it stands out.</param>
/// <param name="Rank">1 or 0 where it is above or below all before it, else null.</param>
/// <param name="Score">Its score.</param>
internal readonly record struct ScoredPoint(long Ticks, float X, AnomalyKind Kind, double? Rank, double Score = 0);
