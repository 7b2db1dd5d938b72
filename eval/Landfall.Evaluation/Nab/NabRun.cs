using System.Globalization;
using Landfall.AIOps.Detection;

namespace Landfall.Evaluation.Nab;

/// <summary>One method's scores on a corpus, and what they are worth.</summary>
internal sealed class NabRun
{
    private readonly List<(string Family, int Windows, List<NabRow> Rows)> _rated = [];

    private NabRun(string method, IReadOnlyList<(NabSeries Series, double[] Scores)> scores)
    {
        Method = method;
        Scores = scores;
        var windows = 0;
        foreach (var (series, points) in scores)
        {
            _rated.Add((series.Family, series.Windows.Count, [.. NabScorer.Rows(series, points, windows)]));
            windows += series.Windows.Count;
        }
    }

    public string Method { get; }

    public IReadOnlyList<(NabSeries Series, double[] Scores)> Scores { get; }

    public string Data => string.Create(CultureInfo.InvariantCulture, $"NAB, {Scores.Count} series");

    /// <summary>Lets a new detector score each series.</summary>
    public static NabRun Of(IReadOnlyList<NabSeries> corpus, Func<IAnomalyDetector> create, CancellationToken cancellation)
    {
        List<(NabSeries, double[])> scores = [];
        foreach (var series in corpus)
        {
            cancellation.ThrowIfCancellationRequested();
            scores.Add((series, NabStream.Score(create(), series)));
        }

        return new NabRun(create().Name, scores);
    }

    /// <summary>The score at the threshold that is best for the whole corpus.</summary>
    public NabBest Best(NabProfile profile) => NabScorer.Best(_rated.SelectMany(s => s.Rows), _rated.Sum(s => s.Windows), profile);

    /// <summary>The score at a threshold.</summary>
    public double Score(NabProfile profile, double threshold) =>
        NabScorer.Score(_rated.SelectMany(s => s.Rows), _rated.Sum(s => s.Windows), profile, threshold);

    /// <summary>The score when each family is scored at the threshold that is best for the other families.</summary>
    public double LeaveFamilyOut(NabProfile profile)
    {
        var tally = new NabTally(profile);
        foreach (var family in _rated.GroupBy(s => s.Family))
        {
            List<(string Family, int Windows, List<NabRow> Rows)> others = [.. _rated.Where(s => s.Family != family.Key)];
            var threshold = NabScorer.Best(others.SelectMany(s => s.Rows), others.Sum(s => s.Windows), profile).Threshold;
            foreach (var row in family.SelectMany(s => s.Rows))
            {
                tally.Expect(row);
                if (row.Score >= threshold)
                    tally.Alarm(row);
            }
        }

        return NabScorer.Normalise(tally, _rated.Sum(s => s.Windows), profile);
    }
}
