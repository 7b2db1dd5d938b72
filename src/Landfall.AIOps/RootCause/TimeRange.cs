namespace Landfall.AIOps.RootCause;

/// <summary>A period: <paramref name="From"/> inclusive, <paramref name="Until"/> exclusive.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The first moment after it.</param>
public readonly record struct TimeRange(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Whether the moment lies in the period.</summary>
    public bool Contains(DateTimeOffset time) => time >= From && time < Until;
}
