namespace Landfall.AIOps.Forecasting;

/// <summary>The seasonal periods of a series, in steps.</summary>
/// <param name="Period">The shorter period, usually a day; 1 means that none was found.</param>
/// <param name="LongPeriod">
/// The longer one, usually a week and a multiple of <paramref name="Period"/>; equal to <paramref name="Period"/> where the
/// series is too short to show one.
/// </param>
public readonly record struct Seasonality(int Period, int LongPeriod)
{
    /// <summary>No seasonality at all.</summary>
    public static Seasonality None { get; } = new(1, 1);
}
