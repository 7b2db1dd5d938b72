using Landfall.AIOps.Detection;

namespace Landfall.Evaluation.Kpi;

/// <summary>One method's scores on the curves, and what they are worth.</summary>
internal sealed class KpiRun
{
    // Thresholds are tried at shares of points that grow by a fifth, from one in 50,000 to one in ten.
    private const double FirstShare = 2e-5;
    private const double LastShare = 0.1;
    private const double Growth = 1.2;

    private KpiRun(IReadOnlyList<(KpiSeries Series, double[] Scores)> scores)
    {
        Scores = scores;
    }

    public IReadOnlyList<(KpiSeries Series, double[] Scores)> Scores { get; }

    /// <summary>Lets a new detector score each series.</summary>
    public static KpiRun Of(
        IReadOnlyList<KpiSeries> corpus, Func<KpiSeries, IAnomalyDetector> create, CancellationToken cancellation) =>
        Of(corpus, (series, _) =>
        {
            var detector = create(series);
            var scores = new double[series.Values.Count];
            for (var row = 0; row < scores.Length; row++)
                scores[row] = detector.Observe(series.Start + (row * series.Interval), series.Values[row]);
            return scores;
        }, cancellation);

    /// <summary>Scores each series as a whole.</summary>
    public static KpiRun Of(IReadOnlyList<KpiSeries> corpus, Func<KpiSeries, int, double[]> score, CancellationToken cancellation)
    {
        List<(KpiSeries, double[])> scores = [];
        for (var i = 0; i < corpus.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            scores.Add((corpus[i], score(corpus[i], i)));
        }

        return new KpiRun(scores);
    }

    /// <summary>The mean volume under the surface over the series that have an anomaly.</summary>
    public double Volume() => Scores
        .Where(run => run.Series.Events.Count > 0)
        .Average(run => VolumeUnderSurface.Measure(run.Series.Events, run.Scores, AutocorrelationPeak.Lag(run.Series.Values)));

    /// <summary>Events and false alarms at a threshold.</summary>
    public EventTally At(double threshold) => EventTally.Of(Scores, threshold);

    /// <summary>Events and false alarms at the one threshold for all series that gives the best F1, after the fact.</summary>
    public EventTally Best()
    {
        var sorted = Scores.SelectMany(run => run.Scores.Skip(run.Series.TrainRows)).OrderDescending().ToArray();
        var best = default(EventTally);
        for (var share = FirstShare; share < LastShare; share *= Growth)
        {
            var tally = At(sorted[(int)(share * sorted.Length)]);
            if (tally.F1 > best.F1)
                best = tally;
        }

        return best;
    }
}
