namespace Landfall.AIOps.Detection;

/// <summary>The respects in which a point can be new, and how they are weighed against each other.</summary>
internal sealed class NoveltyChannels
{
    /// <summary>What the expectation by hour has to prove beyond the plain value, since it errs more often.</summary>
    private const double SeasonHandicap = 1.6;

    /// <summary>What the recent past has to prove: what is new to it may have been seen earlier.</summary>
    private const double RecentHandicap = 1.4;

    /// <summary>What a level of hours, and the size of their steps, has to prove.</summary>
    private const double DriftHandicap = 1;

    /// <summary>How much a new mean over 24 points adds: it says that the event lasts.</summary>
    private const double SlowWeight = 0.35;

    private const int Capacity = 384;
    private const int SlowCapacity = 128;
    private const int RecentCapacity = 128;
    private readonly Novelty _value = new(Capacity);
    private readonly Novelty _mean = new(Capacity);
    private readonly Novelty _seasonal = new(Capacity);
    private readonly Novelty _slow = new(Capacity);
    private readonly RecentNovelty _recent = new(RecentCapacity);
    private readonly SlowNovelty _drift = new(SlowCapacity);
    private readonly SlowNovelty _slowDrift = new(SlowCapacity);
    private readonly RollingMeans _values = new(3, 24);
    private readonly RollingMeans _rests = new(3, 24, 96);
    private readonly Trend _trend = new();
    private readonly Spread _spread = new();

    public SeasonalBaseline Baseline { get; } = new();

    public FlatLine FlatLine { get; } = new();

    public Rhythm Rhythm { get; } = new();

    /// <summary>Returns the natural logarithm of how much further out the point lies than is usual, and in which respect.</summary>
    /// <param name="ticks">Coordinated universal time in ticks of 100 ns.</param>
    /// <param name="x">The value, counted from the series' first.</param>
    /// <param name="history">The values so far, counted from the series' first.</param>
    /// <param name="kind">The respect that weighs most.</param>
    public double Observe(long ticks, float x, ValueHistogram history, out AnomalyKind kind)
    {
        var level = x - (float)_trend.Observe(ticks, x);
        _values.Add(level);
        _rests.Add((float)Baseline.Observe(ticks, x));
        var surprise = (_value.Observe(level) + _mean.Observe(_values.Mean(0))) / 2;
        kind = surprise > 0 ? AnomalyKind.Value : AnomalyKind.None;
        var rest = _rests.Mean(0);
        Raise(AnomalyKind.Season, _seasonal.Observe(rest) - SeasonHandicap, ref surprise, ref kind);
        Raise(AnomalyKind.Season, _recent.Observe(rest) - RecentHandicap, ref surprise, ref kind);
        Raise(AnomalyKind.Drift, _drift.Observe(_rests.Mean(1)) - DriftHandicap, ref surprise, ref kind);
        Raise(AnomalyKind.Drift, _slowDrift.Observe(_rests.Mean(2)) - DriftHandicap, ref surprise, ref kind);
        Raise(AnomalyKind.Spread, _spread.Observe(x) - DriftHandicap, ref surprise, ref kind);
        Raise(AnomalyKind.Rhythm, Rhythm.Observe(x, history), ref surprise, ref kind);
        Raise(AnomalyKind.FlatLine, FlatLine.Observe(x), ref surprise, ref kind);
        return surprise + (SlowWeight * _slow.Observe(_values.Mean(1)));
    }

    /// <summary>Starts the short means anew, as after a gap; what is usual stays.</summary>
    public void Interrupt()
    {
        _values.Clear();
        _rests.Clear();
        _spread.Interrupt();
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var novelty in (Novelty[])[_value, _mean, _seasonal, _slow])
            novelty.Save(writer);
        _recent.Save(writer);
        _drift.Save(writer);
        _slowDrift.Save(writer);
        _values.Save(writer);
        _rests.Save(writer);
        _trend.Save(writer);
        Baseline.Save(writer);
        FlatLine.Save(writer);
        Rhythm.Save(writer);
        _spread.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        foreach (var novelty in (Novelty[])[_value, _mean, _seasonal, _slow])
            novelty.Restore(reader);
        _recent.Restore(reader);
        _drift.Restore(reader);
        _slowDrift.Restore(reader);
        _values.Restore(reader);
        _rests.Restore(reader);
        _trend.Restore(reader);
        Baseline.Restore(reader);
        FlatLine.Restore(reader);
        Rhythm.Restore(reader);
        _spread.Restore(reader);
    }

    private static void Raise(AnomalyKind candidate, double strength, ref double surprise, ref AnomalyKind kind)
    {
        if (strength <= surprise)
            return;
        surprise = strength;
        kind = candidate;
    }
}
