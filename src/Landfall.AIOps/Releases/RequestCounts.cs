namespace Landfall.AIOps.Releases;

/// <summary>What one version of a service answered in an interval.</summary>
/// <param name="Requests">How many requests ended; not negative. Where only rates are known, the number that they are worth.</param>
/// <param name="Failures">How many of them failed; not more than there were.</param>
public readonly record struct RequestCounts(double Requests, double Failures)
{
    /// <summary>
    /// How many took longer than a limit that is the same for both versions, for example the old one's 95th percentile
    /// before the release; null where latency is not measured.
    /// </summary>
    public double? Slow { get; init; }
}
