namespace Landfall.AIOps.Detection;

/// <summary>A time in which a series is neither judged nor learned from, for example a deployment or a load test.</summary>
/// <param name="From">The first moment inside.</param>
/// <param name="Until">The first moment after.</param>
public readonly record struct ExcludedRange(DateTimeOffset From, DateTimeOffset Until);
