using System.Globalization;

namespace Landfall.AIOps.Detection;

/// <summary>Why a point got its score, in numbers and in words.</summary>
/// <param name="Time">When the value was observed.</param>
/// <param name="Value">The value; for a counter, its increase per second.</param>
/// <param name="Score">The score that it got, 0 to 1.</param>
/// <param name="Kind">In which respect it stands out most.</param>
/// <param name="ExpectedLow">The lower end of what was expected.</param>
/// <param name="ExpectedHigh">The upper end of what was expected.</param>
/// <param name="HourKnown">Whether the expectation is for this hour, rather than for any time.</param>
/// <param name="ShareBelow">The share of earlier values that are below, 0 to 1.</param>
/// <param name="Count">How many earlier values there are.</param>
/// <param name="History">The time that they span.</param>
/// <param name="Duration">For how many points it has lasted, where the kind is a flat line or a rhythm; else 0.</param>
public sealed record AnomalyExplanation(
    DateTimeOffset Time,
    double Value,
    double Score,
    AnomalyKind Kind,
    double ExpectedLow,
    double ExpectedHigh,
    bool HourKnown,
    double ShareBelow,
    long Count,
    TimeSpan History,
    int Duration)
{
    /// <summary>One sentence for a person.</summary>
    /// <param name="unit">The unit of the values, for example <c>ms</c>; empty for none.</param>
    public string Describe(string unit = "")
    {
        ArgumentNullException.ThrowIfNull(unit);
        var suffix = unit.Length == 0 ? unit : " " + unit;
        var what = Kind switch
        {
            AnomalyKind.Drift => $"the level has moved: value {Number(Value)}{suffix}",
            AnomalyKind.FlatLine => string.Create(
                CultureInfo.InvariantCulture, $"no change for {Duration} points: value {Number(Value)}{suffix}"),
            AnomalyKind.Spread => $"the values vary unlike before: value {Number(Value)}{suffix}",
            AnomalyKind.Rhythm => string.Create(
                CultureInfo.InvariantCulture, $"neither up nor down as usual for {Duration} points: value {Number(Value)}{suffix}"),
            _ => $"value {Number(Value)}{suffix}",
        };
        var hour = HourKnown ? " at this hour" : string.Empty;
        return $"{what}, expected {Number(ExpectedLow)}–{Number(ExpectedHigh)}{suffix}{hour}; {Rank()} {Span()}";
    }

    private static string Number(double value)
    {
        var magnitude = Math.Abs(value);
        return value.ToString(magnitude >= 100 ? "#,0" : magnitude >= 1 ? "0.##" : "G3", CultureInfo.InvariantCulture);
    }

    private string Rank()
    {
        var count = Count.ToString("#,0", CultureInfo.InvariantCulture);
        return ShareBelow switch
        {
            >= 1 => $"the highest of {count} values in",
            <= 0 => $"the lowest of {count} values in",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Percentile():0.0#}th percentile of"),
        };
    }

    /// <summary>Not rounded up to 100 nor down to 0: the value is not the highest or lowest.</summary>
    private double Percentile() => Math.Clamp(Math.Floor(ShareBelow * 10000) / 100, 0.01, 99.99);

    private string Span() => History.TotalDays >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{History.TotalDays:0} days")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, History.TotalHours):0} hours");
}
