using Landfall.AIOps.Detection;

namespace Landfall.Evaluation.Nab;

/// <summary>Feeds a series to a detector point by point.</summary>
internal static class NabStream
{
    public static double[] Score(IAnomalyDetector detector, NabSeries series)
    {
        var scores = new double[series.Values.Count];
        for (var row = 0; row < scores.Length; row++)
            scores[row] = detector.Observe(new DateTimeOffset(series.Times[row], TimeSpan.Zero), series.Values[row]);
        return scores;
    }
}
