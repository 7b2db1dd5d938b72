using Landfall.AIOps.Detection.Deviations;

namespace Landfall.AIOps.Detection;

/// <summary>
/// The shipped detector. Its score orders all points of all series by how likely they belong to an anomaly; whether one is an
/// alarm is decided apart, and an alarm's score is at or above the threshold. At steps of less than two and a half minutes the
/// decision is for an onset: something has just begun, and each of its first points is an alarm. At longer steps it is for
/// novelty: how new is the value, its short mean, and the short and long means of what the seasonal baseline leaves over, each
/// compared with how new values of this series usually are; such an event is reported once.
/// </summary>
/// <remarks>Its state is bounded, below 16 KB, and a point costs less than two microseconds whatever the length of the history.</remarks>
public sealed class NoveltyDetector : IAnomalyDetector
{
    /// <summary>At or above it a point is an alarm, whatever rate of false alarms is allowed.</summary>
    public const double DefaultThreshold = 0.73;

    private const float Largest = 1e37f;
    private const byte Format = 3;

    /// <summary>Points from which the usual sizes are learned before an onset counts.</summary>
    private const int Warmup = 200;
    private readonly double _rate;
    private readonly CounterReader _counter = new();
    private readonly ArrivalTimes _arrivals = new();
    private readonly RepeatFilter _filter = new();
    private readonly ExcludedTimes _excluded = new();
    private NoveltyChannels _channels = new();
    private DeviationFeatures _deviations = new();
    private ValueHistogram _history = new();
    private double _origin = double.NaN;
    private long _first;
    private ScoredPoint? _last;

    /// <param name="falseAlarmsPerDay">
    /// How many false alarms a day may come from one series without anomalies; more of them find weaker anomalies. What it
    /// comes to on a series that nobody has seen is within a factor of about two.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above zero, or not finite.</exception>
    public NoveltyDetector(double falseAlarmsPerDay = AlarmScale.UsualRate)
    {
        if (!(falseAlarmsPerDay > 0) || !double.IsFinite(falseAlarmsPerDay))
            throw new ArgumentOutOfRangeException(nameof(falseAlarmsPerDay), falseAlarmsPerDay, "The rate must be above zero.");
        _rate = falseAlarmsPerDay;
    }

    /// <inheritdoc/>
    public string Name => "Landfall novelty";

    /// <summary>The usual time between points; zero while unknown.</summary>
    public TimeSpan Interval => _arrivals.Interval;

    /// <summary>Whether the series only rises and restarts, and is therefore judged by its increase per second.</summary>
    public bool IsCounter => _counter.IsCounter;

    /// <summary>Reads a state that <see cref="Save"/> wrote; the detector goes on as if it had never stopped.</summary>
    /// <exception cref="InvalidDataException">The data was not written by <see cref="Save"/> of this version.</exception>
    /// <exception cref="EndOfStreamException">The data is cut short.</exception>
    public static NoveltyDetector Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var format = reader.ReadByte();
        if (format != Format)
            throw new InvalidDataException($"The state has format {format}; this version reads {Format}. Start with a new detector.");
        var detector = new NoveltyDetector(reader.ReadDouble()) { _origin = reader.ReadDouble(), _first = reader.ReadInt64() };
        detector._counter.Restore(reader);
        detector._arrivals.Restore(reader);
        detector._filter.Restore(reader);
        detector._excluded.Restore(reader);
        detector._channels.Restore(reader);
        detector._deviations.Restore(reader);
        detector._history.Restore(reader);
        return detector;
    }

    /// <inheritdoc/>
    public double Observe(DateTimeOffset time, double value)
    {
        Span<float> description = stackalloc float[DeviationFeatures.Count];
        var measured = Measure(time, value, description, out var point);
        var surprise = _filter.Observe(measured, slow: point?.Kind is AnomalyKind.Drift or AnomalyKind.Spread);
        if (point is null)
            return 0;
        var (belongs, begins) = _deviations.HasVaried ? Network.Evaluate(description) : (float.NegativeInfinity, float.NegativeInfinity);
        var alarm = _arrivals.Interval >= AlarmScale.LongestFineStep ? AlarmScale.OfNovelty(surprise, _rate)
            : _history.Count > Warmup ? AlarmScale.OfOnset(begins, _rate)
            : 0;
        var score = alarm >= DefaultThreshold ? alarm : AlarmScale.OfRank(belongs);
        _last = point.Value with { Score = score };
        return score;
    }

    /// <summary>Neither judges nor learns from points in a range of time. The 16 ranges that end last are kept.</summary>
    /// <exception cref="ArgumentException">The range ends before it starts.</exception>
    public void Exclude(ExcludedRange range) => _excluded.Add(range);

    /// <summary>
    /// Whether points are missing: none has come for more than ten times the usual interval. It is asked, not reported,
    /// because a series that has stopped sends nothing that could be scored.
    /// </summary>
    /// <param name="now">The time now.</param>
    public bool IsSilent(DateTimeOffset now) => _arrivals.IsSilent(now.UtcTicks);

    /// <summary>Explains the score of the point observed last; null if it was not judged or nothing was observed yet.</summary>
    public AnomalyExplanation? Explain()
    {
        if (_last is not { } point)
            return null;
        var (low, high, hourKnown) = Expectation();
        return new AnomalyExplanation(
            new DateTimeOffset(point.Ticks, TimeSpan.Zero),
            point.X + _origin,
            point.Score,
            point.Kind,
            low + _origin,
            high + _origin,
            hourKnown,
            point.Rank ?? _history.ShareBelow(point.X),
            _history.Count - 1,
            TimeSpan.FromTicks(Math.Max(0, point.Ticks - _first)),
            point.Kind switch
            {
                AnomalyKind.FlatLine => _channels.FlatLine.Run,
                AnomalyKind.Rhythm => _channels.Rhythm.Stay,
                _ => 0,
            });
    }

    /// <summary>Writes the whole state, less than 16 KB.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Format);
        writer.Write(_rate);
        writer.Write(_origin);
        writer.Write(_first);
        _counter.Save(writer);
        _arrivals.Save(writer);
        _filter.Save(writer);
        _excluded.Save(writer);
        _channels.Save(writer);
        _deviations.Save(writer);
        _history.Save(writer);
    }

    /// <summary>What weighs a point's description: the shipped network, but where another one is measured.</summary>
    internal DeviationNetwork Network { get; init; } = DeviationNetwork.Shipped;

    /// <summary>Whether the last point counted: it was a number and not in an excluded range.</summary>
    internal bool LastWasJudged => _last is not null;

    /// <summary>Learns from a point and measures it for a service, which holds back repeats itself.</summary>
    internal double MeasureForService(DateTimeOffset time, double value)
    {
        var surprise = Measure(time, value, [], out var point);
        _last = point is { } judged ? judged with { Score = 1 - Math.Exp(-surprise / 2) } : null;
        return surprise;
    }

    private double Measure(DateTimeOffset time, double value, Span<float> description, out ScoredPoint? point)
    {
        _last = point = null;
        var ticks = time.UtcTicks;
        if (!double.IsFinite(value) || _excluded.Contains(ticks))
            return 0;
        var reading = _counter.Read(ticks, value, out var changed);
        if (changed)
        {
            _channels = new NoveltyChannels();
            _deviations = new DeviationFeatures();
            _history = new ValueHistogram();
            _origin = double.NaN;
        }

        if (double.IsNaN(_origin))
            (_origin, _first) = (reading, ticks);
        var x = (float)Math.Clamp(reading - _origin, -Largest, Largest);
        if (_arrivals.Observe(ticks))
        {
            _channels.Interrupt();
            _deviations.Interrupt(x);
        }

        if (!description.IsEmpty)
            _deviations.Observe(ticks, x, _history, description);
        var surprise = _channels.Observe(ticks, x, _history, out var kind);
        point = new ScoredPoint(ticks, x, kind, _history.Extreme(x));
        _history.Add(x);
        return surprise;
    }

    private (double Low, double High, bool HourKnown) Expectation()
    {
        const double usualDeviations = 3;
        var (level, deviation) = (_channels.Baseline.Expected, _channels.Baseline.Deviation);
        return double.IsNaN(level) || !(deviation > 0)
            ? (_history.Quantile(0.01), _history.Quantile(0.99), false)
            : (level - (usualDeviations * deviation), level + (usualDeviations * deviation), true);
    }
}
