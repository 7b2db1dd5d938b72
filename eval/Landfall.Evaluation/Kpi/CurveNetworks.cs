using Landfall.AIOps.Detection;
using Landfall.AIOps.Detection.Deviations;

namespace Landfall.Evaluation.Kpi;

/// <summary>Learns networks from curves: from all of them, or from those of other groups than the ones that are measured.</summary>
internal static class CurveNetworks
{
    private const int Folds = 5;
    private const int Seed = 1;

    /// <summary>Curves are learned as they are and as means over five rows, so that what is learned holds at longer steps too.</summary>
    private static readonly int[] Steps = [1, 5];

    /// <summary>The network that is shipped: learned from all curves.</summary>
    public static DeviationNetwork OfAll(IReadOnlyList<KpiSeries> corpus, CancellationToken cancellation) =>
        Fit([.. corpus.Select((series, i) => ExamplesOf(series, i, cancellation))]);

    /// <summary>
    /// For each curve, a network that was learned without its group: curves with the same start were collected together and
    /// are left out together, in five parts.
    /// </summary>
    public static IReadOnlyList<DeviationNetwork> LeftOut(IReadOnlyList<KpiSeries> corpus, CancellationToken cancellation)
    {
        List<List<Example>> examples = [.. corpus.Select((series, i) => ExamplesOf(series, i, cancellation))];
        var folds = FoldsOf(corpus);
        var networks = Enumerable.Range(0, Folds).Select(fold =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Fit([.. examples.Where((_, i) => folds[i] != fold)]);
        }).ToList();
        return [.. folds.Select(fold => networks[fold])];
    }

    /// <summary>The shipped detector's scores with another network.</summary>
    public static double[] Score(KpiSeries series, DeviationNetwork network)
    {
        var detector = new NoveltyDetector { Network = network };
        return [.. series.Values.Select((value, row) => detector.Observe(series.Start + (row * series.Interval), value))];
    }

    /// <summary>Deals the groups out, the largest first, each to the part with the fewest curves.</summary>
    private static int[] FoldsOf(IReadOnlyList<KpiSeries> corpus)
    {
        var (folds, sizes) = (new int[corpus.Count], new int[Folds]);
        foreach (var group in Enumerable.Range(0, corpus.Count).GroupBy(i => corpus[i].Start).OrderByDescending(g => g.Count()).ThenBy(g => g.Key))
        {
            var fold = Array.IndexOf(sizes, sizes.Min());
            foreach (var i in group)
            {
                folds[i] = fold;
                sizes[fold]++;
            }
        }

        return folds;
    }

    private static DeviationNetwork Fit(IReadOnlyList<List<Example>> examples) =>
        NetworkTraining.Fit([.. examples.SelectMany(of => of)], Seed);

    private static List<Example> ExamplesOf(KpiSeries series, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return [.. Steps.SelectMany(step =>
        {
            var means = series.Every(step);
            return Examples.Of(means, Describe(means), new Random(seed));
        })];
    }

    private static float[][] Describe(KpiSeries series)
    {
        var (features, history) = (new DeviationFeatures(), new ValueHistogram());
        var described = new float[series.Values.Count][];
        for (var row = 0; row < described.Length; row++)
        {
            described[row] = new float[DeviationFeatures.Count];
            var x = (float)(series.Values[row] - series.Values[0]);
            if (!float.IsFinite(x))
                continue;
            features.Observe((series.Start + (row * series.Interval)).UtcTicks, x, history, described[row]);
            history.Add(x);
        }

        return described;
    }
}
