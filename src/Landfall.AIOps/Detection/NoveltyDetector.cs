namespace Landfall.AIOps.Detection;

/// <summary>
/// The shipped detector: how new is the value, its short mean, and the short mean of what the daily profile leaves over,
/// each compared with how new values of this series usually are.
/// </summary>
public sealed class NoveltyDetector : IAnomalyDetector
{
    /// <summary>The threshold that the scores are made for: at or above it a point is worth a person's attention.</summary>
    public const double DefaultThreshold = 0.667;

    private const int Capacity = 384;
    private const double SeasonalHandicap = 1;
    private readonly Surprise _value = new(Capacity);
    private readonly Surprise _mean = new(Capacity);
    private readonly Surprise _seasonal = new(Capacity);
    private readonly DailyProfile _profile = new();
    private readonly RepeatFilter _filter = new();
    private readonly RollingMean _values = new();
    private readonly RollingMean _rests = new();
    private double _origin = double.NaN;

    /// <inheritdoc/>
    public string Name => "Landfall novelty";

    /// <inheritdoc/>
    public double Observe(DateTimeOffset time, double value)
    {
        if (!double.IsFinite(value))
            return 0;
        if (double.IsNaN(_origin))
            _origin = value;
        var x = value - _origin;
        var plain = (_value.Observe(x) + _mean.Observe(_values.Observe(x))) / 2;
        var seasonal = _seasonal.Observe(_rests.Observe(_profile.Observe(time, x))) - SeasonalHandicap;
        return 1 - Math.Exp(-_filter.Observe(Math.Max(plain, seasonal)) / 2);
    }
}
