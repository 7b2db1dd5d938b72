namespace Landfall.AIOps.Forecasting;

/// <summary>A regularly sampled series and how far ahead to look.</summary>
/// <param name="Values">
/// The observations, oldest first. <see cref="double.NaN"/> and infinities mean "missing"; any length is allowed, even none.
/// </param>
/// <param name="Horizon">How many steps ahead to forecast, at least 1.</param>
public sealed record ForecastInput(IReadOnlyList<double> Values, int Horizon)
{
    /// <summary>The time of the first value. Needed only where <see cref="SpecialDays"/> are given.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The time between two values, one hour by default.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Public holidays and other days unlike their weekday, past and future, in the offset of <see cref="Start"/>.</summary>
    public IReadOnlyCollection<DateOnly> SpecialDays { get; init; } = [];
}
