namespace Landfall.AIOps.Detection;

/// <summary>
/// The shipped detector: how new is the value, its short mean, and the short and long means of what the seasonal baseline
/// leaves over, each compared with how new values of this series usually are.
/// </summary>
public sealed class NoveltyDetector : IAnomalyDetector
{
    /// <summary>The threshold that the scores are made for: at or above it a point is worth a person's attention.</summary>
    public const double DefaultThreshold = 0.7;

    private const double SeasonalHandicap = 1;
    private const double SlowWeight = 0.3;
    private const float Largest = 1e37f;
    private readonly Novelty _value = new(384);
    private readonly Novelty _mean = new(384);
    private readonly Novelty _seasonal = new(384);
    private readonly Novelty _slow = new(384);
    private readonly SlowNovelty _drift = new(256);
    private readonly SlowNovelty _slowDrift = new(256);
    private readonly RollingMeans _values = new(3, 24);
    private readonly RollingMeans _rests = new(3, 24, 96);
    private readonly SeasonalBaseline _baseline = new();
    private readonly RepeatFilter _filter = new();
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
        var x = (float)Math.Clamp(value - _origin, -Largest, Largest);
        return 1 - Math.Exp(-_filter.Observe(Surprise(time, x)) / 2);
    }

    private double Surprise(DateTimeOffset time, float x)
    {
        _values.Add(x);
        _rests.Add((float)_baseline.Observe(time.UtcTicks, x));
        var plain = (_value.Observe(x) + _mean.Observe(_values.Mean(0))) / 2;
        var seasonal = _seasonal.Observe(_rests.Mean(0)) - SeasonalHandicap;
        var drift = Math.Max(_drift.Observe(_rests.Mean(1)), _slowDrift.Observe(_rests.Mean(2))) - SeasonalHandicap;
        var slow = _slow.Observe(_values.Mean(1));
        return Math.Max(plain, Math.Max(seasonal, drift)) + (SlowWeight * slow);
    }
}
