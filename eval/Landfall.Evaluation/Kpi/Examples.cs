using Landfall.AIOps.Detection.Deviations;

namespace Landfall.Evaluation.Kpi;

/// <summary>Chooses what is learned from a curve: all rows at the start of events, some of the others.</summary>
internal static class Examples
{
    // Long events would drown short ones, and curves with many events those with few.
    private const float EventRows = 20;
    private const float SeriesRows = 60;

    // After an event the curve is still more likely anomalous than elsewhere, less so by the row.
    private const int Afterwards = 30;
    private const float AfterwardsTarget = 0.4f;
    private const int Recovery = 10;
    private const int Uncertain = 2;
    private const int Warmup = 200;

    // A share of the ordinary rows is enough; the rest of them is counted in by weight.
    private const float PlainShare = 0.05f;
    private const float UnusualShare = 0.8f;
    private const float PlainImportance = 0.3f;
    private const float BelongsImportance = 3;
    private const float BeginsImportance = 2;
    private const float QuietImportance = 0.3f;

    /// <summary>Yields the examples of a curve.</summary>
    /// <param name="series">The curve.</param>
    /// <param name="features">The description of each of its rows.</param>
    /// <param name="random">Draws which ordinary rows are taken.</param>
    public static IEnumerable<Example> Of(KpiSeries series, float[][] features, Random random)
    {
        var rows = series.Values.Count;
        var (belongs, belongsWeight, begins, beginsWeight) = (new float[rows], new float[rows], new float[rows], new float[rows]);
        Array.Fill(belongsWeight, -1);
        Array.Fill(beginsWeight, -1);
        var marked = 0f;
        foreach (var (first, last) in series.Events)
        {
            var length = last - first + 1;
            for (var row = Math.Max(0, first - Uncertain); row < first; row++)
                belongsWeight[row] = beginsWeight[row] = series.Labels[row] ? belongsWeight[row] : 0;
            for (var row = first; row <= last; row++)
            {
                (belongs[row], belongsWeight[row]) = (1, Math.Min(1, EventRows / length));
                (begins[row], beginsWeight[row]) = (1, row - first <= EventTally.Delay ? 1f / Math.Min(EventTally.Delay + 1, length) : 0);
                marked += belongsWeight[row];
            }

            for (var row = last + 1; row < Math.Min(rows, last + 1 + Afterwards) && !series.Labels[row]; row++)
            {
                belongs[row] = AfterwardsTarget * (1 - ((float)(row - last) / Afterwards));
                belongsWeight[row] = Math.Min(1, EventRows / length);
                if (row - last <= Recovery)
                    beginsWeight[row] = 0;
            }
        }

        var seriesWeight = marked > 0 ? BelongsImportance * Math.Min(1, SeriesRows / marked) : 0;
        for (var row = Warmup; row < rows; row++)
        {
            var hard = DeviationFeatures.IsUnusual(features[row]);
            var share = belongsWeight[row] >= 0 ? 1 : hard ? UnusualShare : PlainShare;
            if ((belongsWeight[row] == 0 && beginsWeight[row] <= 0) || (share < 1 && random.NextDouble() >= share))
                continue;
            var plain = (hard ? 1 : PlainImportance) / share;
            yield return new Example(
                features[row],
                belongs[row],
                belongsWeight[row] < 0 ? plain : seriesWeight * belongsWeight[row],
                begins[row],
                beginsWeight[row] < 0 ? QuietImportance * plain : BeginsImportance * beginsWeight[row]);
        }
    }
}
