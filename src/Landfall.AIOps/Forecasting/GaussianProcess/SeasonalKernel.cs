namespace Landfall.AIOps.Forecasting.GaussianProcess;

/// <summary>
/// The covariance of a level, a slowly changing season, a long season, a quickly changing season, short memory and noise.
/// A periodic kernel (MacKay 1998) times a decay is a season whose shape drifts; the smooth Matérn-3/2 decay lets a level
/// or a season keep its direction, the exponential one lets it wander.
/// </summary>
internal static class SeasonalKernel
{
    /// <summary>The number of parameters; all are logarithms of positive numbers.</summary>
    public const int Size = 13;

    private const int Level = 0, Season = 1, Long = 2, Quick = 3, Short = 4, Noise = 5;
    private const int LevelSpan = 6, SeasonSpan = 7, LongSpan = 8, QuickSpan = 9, ShortSpan = 10;
    private const int SeasonWidth = 11, LongWidth = 12;

    /// <summary>Covariances at lags 0 … <paramref name="count"/> − 1.</summary>
    public static double[] Covariance(ReadOnlySpan<double> parameters, int count, Seasonality seasonality) =>
        Evaluate(parameters, count, seasonality, [], []);

    /// <summary>Covariances, and for each parameter the sum over lags of <paramref name="lagGradient"/> times its derivative.</summary>
    public static double[] Evaluate(
        ReadOnlySpan<double> parameters, int count, Seasonality seasonality, ReadOnlySpan<double> lagGradient, Span<double> gradient)
    {
        Span<double> p = stackalloc double[Size];
        for (var i = 0; i < Size; i++)
            p[i] = Math.Exp(parameters[i]);
        var seasonal = seasonality.Period > 1;
        var twice = seasonality.LongPeriod > seasonality.Period;
        var result = new double[count];
        for (var lag = 0; lag < count; lag++)
        {
            var age = (double)lag / Math.Max(24, seasonality.Period);
            var level = p[Level] * Smooth(age / p[LevelSpan], out var levelSlope);
            var brief = p[Short] * Math.Exp(-lag / p[ShortSpan]);
            var value = level + brief;
            double wave = 0, wide = 0, season = 0, far = 0, quick = 0, seasonSlope = 0;
            if (seasonal)
            {
                wave = -2 * SquareSine(lag, seasonality.Period) / (p[SeasonWidth] * p[SeasonWidth]);
                var periodic = Math.Exp(wave);
                season = p[Season] * periodic * Smooth(age / p[SeasonSpan], out seasonSlope);
                quick = p[Quick] * periodic * Math.Exp(-age / p[QuickSpan]);
                if (twice)
                {
                    wide = -2 * SquareSine(lag, seasonality.LongPeriod) / (p[LongWidth] * p[LongWidth]);
                    far = p[Long] * periodic * Math.Exp(wide - age / p[LongSpan]);
                }

                value += season + quick + far;
            }

            result[lag] = lag == 0 ? value + p[Noise] : value;
            if (gradient.IsEmpty)
                continue;
            var g = lagGradient[lag];
            gradient[Level] += g * level;
            gradient[LevelSpan] += g * level * levelSlope;
            gradient[Short] += g * brief;
            gradient[ShortSpan] += g * brief * lag / p[ShortSpan];
            gradient[Season] += g * season;
            gradient[SeasonSpan] += g * season * seasonSlope;
            gradient[Quick] += g * quick;
            gradient[QuickSpan] += g * quick * age / p[QuickSpan];
            gradient[Long] += g * far;
            gradient[LongSpan] += g * far * age / p[LongSpan];
            gradient[SeasonWidth] += g * (season + quick + far) * -2 * wave;
            gradient[LongWidth] += g * far * -2 * wide;
            gradient[Noise] += lag == 0 ? g * p[Noise] : 0;
        }

        return result;
    }

    /// <summary>The Matérn-3/2 correlation, and the relative change with the logarithm of its span.</summary>
    private static double Smooth(double distance, out double slope)
    {
        var x = Math.Sqrt(3) * distance;
        slope = x * x / (1 + x);
        return (1 + x) * Math.Exp(-x);
    }

    private static double SquareSine(int lag, int period)
    {
        var sine = Math.Sin(Math.PI * (lag % period) / period);
        return sine * sine;
    }
}
