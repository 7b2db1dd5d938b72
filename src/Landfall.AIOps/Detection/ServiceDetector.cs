namespace Landfall.AIOps.Detection;

/// <summary>
/// Scores the series of one service together, one point of each at a time. Evidence adds up: moderate news in several series
/// within a few points weigh as much as great news in one. A series that stays in its range but no longer moves with the
/// others is news too.
/// </summary>
public sealed class ServiceDetector
{
    /// <summary>The threshold that the scores are made for, the same as a single series'.</summary>
    public const double DefaultThreshold = NoveltyDetector.DefaultThreshold;

    private const byte Format = 1;
    private const double Fade = 0.7;
    private const double Falloff = 0.5;
    private const double RelationHandicap = 1.3;
    private const double LargestRelated = 1e100;
    private const int Capacity = 384;
    private readonly string[] _names;
    private readonly NoveltyDetector[] _detectors;
    private readonly double[] _strengths;
    private readonly RelationModel _relation;
    private readonly Novelty _residual = new(Capacity);
    private readonly RepeatFilter _filter = new();
    private double _score;
    private int _outOfStep = -1;

    /// <param name="series">The names of the series, in the order in which their values will come.</param>
    /// <exception cref="ArgumentException">No names, or one of them twice.</exception>
    public ServiceDetector(IReadOnlyList<string> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count == 0 || series.Distinct(StringComparer.Ordinal).Count() != series.Count)
            throw new ArgumentException($"A service needs series with different names, not [{string.Join(", ", series)}].", nameof(series));
        _names = [.. series];
        _detectors = [.. series.Select(_ => new NoveltyDetector())];
        _strengths = new double[series.Count];
        _relation = new RelationModel(series.Count);
    }

    /// <summary>The names of the series, in the order of their values.</summary>
    public IReadOnlyList<string> Series => _names;

    /// <summary>Reads a state that <see cref="Save"/> wrote; the detector goes on as if it had never stopped.</summary>
    /// <exception cref="InvalidDataException">The data was not written by <see cref="Save"/> of this version.</exception>
    public static ServiceDetector Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var format = reader.ReadByte();
        if (format != Format)
            throw new InvalidDataException($"The state has format {format}; this version reads {Format}. Start with a new detector.");
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        var detector = new ServiceDetector(names);
        for (var i = 0; i < names.Length; i++)
        {
            detector._detectors[i] = NoveltyDetector.Restore(reader);
            detector._strengths[i] = reader.ReadDouble();
        }

        detector._relation.Restore(reader);
        detector._residual.Restore(reader);
        detector._filter.Restore(reader);
        return detector;
    }

    /// <summary>Takes one point of every series into account and says how unusual the service is.</summary>
    /// <param name="time">When the values were observed.</param>
    /// <param name="values">One value per series, in their order; NaN where one is missing.</param>
    /// <returns>0 (nothing new) to 1 (never seen anything like it).</returns>
    /// <exception cref="ArgumentException">The number of values is not the number of series.</exception>
    public double Observe(DateTimeOffset time, params ReadOnlySpan<double> values)
    {
        if (values.Length != _names.Length)
            throw new ArgumentException($"{values.Length} values for {_names.Length} series.", nameof(values));
        var complete = true;
        for (var i = 0; i < values.Length; i++)
        {
            _strengths[i] = Math.Max(_detectors[i].MeasureForService(time, values[i]), Fade * _strengths[i]);
            complete &= _detectors[i].LastWasJudged && Math.Abs(values[i]) < LargestRelated;
        }

        var together = Together();
        var (residual, series) = complete && values.Length > 1 ? _relation.Observe(values) : (0, -1);
        var broken = series < 0 ? 0 : _residual.Observe((float)residual) - RelationHandicap;
        _outOfStep = broken > together ? series : -1;
        _score = 1 - Math.Exp(-_filter.Observe(Math.Max(together, broken)) / 2);
        return _score;
    }

    /// <summary>Neither judges nor learns from points of any series in a range of time.</summary>
    /// <exception cref="ArgumentException">The range ends before it starts.</exception>
    public void Exclude(ExcludedRange range)
    {
        foreach (var detector in _detectors)
            detector.Exclude(range);
    }

    /// <summary>Explains the score given last.</summary>
    public ServiceExplanation Explain() => new(
        _score,
        [.. Enumerable.Range(0, _names.Length)
            .Where(i => _strengths[i] > 0)
            .OrderByDescending(i => _strengths[i])
            .Select(i => new SeriesContribution(_names[i], _strengths[i], _detectors[i].Explain()))],
        _outOfStep < 0 ? null : _names[_outOfStep]);

    /// <summary>Writes the whole state.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Format);
        writer.Write(_names.Length);
        foreach (var name in _names)
            writer.Write(name);
        for (var i = 0; i < _names.Length; i++)
        {
            _detectors[i].Save(writer);
            writer.Write(_strengths[i]);
        }

        _relation.Save(writer);
        _residual.Save(writer);
        _filter.Save(writer);
    }

    /// <summary>The strongest counts in full, the next half, the next a quarter, and so on.</summary>
    private double Together()
    {
        Span<double> sorted = _strengths.Length <= 64 ? stackalloc double[_strengths.Length] : new double[_strengths.Length];
        _strengths.CopyTo(sorted);
        sorted.Sort();
        double sum = 0, weight = 1;
        for (var i = sorted.Length - 1; i >= 0 && sorted[i] > 0; i--)
        {
            sum += weight * sorted[i];
            weight *= Falloff;
        }

        return sum;
    }
}
