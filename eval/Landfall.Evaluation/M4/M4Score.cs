namespace Landfall.Evaluation.M4;

/// <summary>
/// The measures of the M4 competition for hourly series (Makridakis, Spiliotis and Assimakopoulos, "The M4 Competition",
/// International Journal of Forecasting 36, 2020).
/// </summary>
/// <param name="Smape">Symmetric mean absolute percentage error, in percent, 0 to 200.</param>
/// <param name="Mase">Mean absolute error, in mean absolute differences of training values a day apart.</param>
internal readonly record struct M4Score(double Smape, double Mase)
{
    private const int Season = 24;

    // What the competition's reference method, Naive2, scores on all 414 hourly series.
    private const double ReferenceSmape = 18.383;
    private const double ReferenceMase = 2.395;

    /// <summary>The overall weighted average: both measures relative to Naive2, averaged.</summary>
    public double Owa => 0.5 * (Smape / ReferenceSmape + Mase / ReferenceMase);

    /// <param name="series">The series; its training part holds more than one day.</param>
    /// <param name="forecast">As many values as the series has test values.</param>
    public static M4Score Of(M4Series series, IReadOnlyList<double> forecast)
    {
        var (percentage, error) = (0.0, 0.0);
        for (var step = 0; step < series.Test.Length; step++)
        {
            var miss = Math.Abs(series.Test[step] - forecast[step]);
            var size = Math.Abs(series.Test[step]) + Math.Abs(forecast[step]);
            percentage += size == 0 ? 0 : 200 * miss / size;
            error += miss;
        }

        var naive = 0.0;
        for (var t = Season; t < series.Train.Length; t++)
            naive += Math.Abs(series.Train[t] - series.Train[t - Season]);
        naive /= series.Train.Length - Season;
        return new M4Score(percentage / series.Test.Length, error / series.Test.Length / naive);
    }

    /// <summary>The mean over series of each measure, which is how the competition adds them up.</summary>
    public static M4Score Mean(IReadOnlyCollection<M4Score> scores) =>
        new(scores.Average(score => score.Smape), scores.Average(score => score.Mase));
}
