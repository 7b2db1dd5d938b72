using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Landfall.AIOps.Forecasting;

/// <summary>
/// Finds the seasonal periods of a series from its variogram D(p), the mean squared difference of values p steps apart,
/// which one FFT gives for every lag.
/// </summary>
internal static class SeasonalityDetector
{
    private const int ShortestPeriod = 4;

    /// <summary>How much more alike values one period apart must be than values half a period apart.</summary>
    private const double SeasonalRatio = 0.85;

    /// <summary>How much better than a day another period must fit to replace it.</summary>
    private const double OverrulesDay = 0.5;

    /// <param name="values">The series, without missing values.</param>
    /// <param name="day">The steps of a day, which is tried first.</param>
    /// <returns>The periods; <see cref="Seasonality.None"/> where values a period apart are no more alike than others.</returns>
    public static Seasonality Detect(ReadOnlySpan<double> values, int day)
    {
        var longest = values.Length / 2;
        if (longest < ShortestPeriod)
            return Seasonality.None;
        var variogram = Variogram(values);
        var best = 0;
        for (var p = ShortestPeriod; p <= Math.Max(longest * 2 / 3, Math.Min(day, longest)); p++)
        {
            if (IsSeasonal(variogram, p) && (best == 0 || variogram[p] < variogram[best] * 0.999))
                best = p;
        }

        if (best == 0)
            return Seasonality.None;
        if (day >= ShortestPeriod && day <= longest && IsSeasonal(variogram, day)
            && (best % day == 0 || variogram[best] > OverrulesDay * variogram[day]))
        {
            best = day;
        }
        else
        {
            best = Fundamental(variogram, best);
        }

        return new Seasonality(best, values.Length >= 2 * 7 * best ? 7 * best : best);
    }

    private static bool IsSeasonal(double[] variogram, int p)
    {
        var half = 0.5 * (variogram[p / 2] + variogram[(p + 1) / 2]);
        return half > 0 && variogram[p] < SeasonalRatio * half
            && variogram[p] <= variogram[p - 1]
            && (p + 1 >= variogram.Length || variogram[p] <= variogram[p + 1]);
    }

    /// <summary>The smallest divisor of a period that fits nearly as well as the period itself.</summary>
    private static int Fundamental(double[] variogram, int period)
    {
        for (var p = ShortestPeriod; p < period; p++)
        {
            if (period % p == 0 && IsSeasonal(variogram, p) && variogram[p] <= 1.5 * variogram[period])
                return p;
        }

        return period;
    }

    private static double[] Variogram(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var padded = new Complex[(int)BitOperations.RoundUpToPowerOf2((uint)(2 * n))];
        var mean = 0.0;
        foreach (var value in values)
            mean += value / n;
        for (var t = 0; t < n; t++)
            padded[t] = values[t] - mean;
        Fourier.Forward(padded, FourierOptions.Matlab);
        for (var k = 0; k < padded.Length; k++)
            padded[k] = padded[k].Real * padded[k].Real + padded[k].Imaginary * padded[k].Imaginary;
        Fourier.Inverse(padded, FourierOptions.Matlab);

        var result = new double[n / 2 + 2 < n ? n / 2 + 2 : n];
        var head = padded[0].Real;
        var tail = head;
        for (var p = 1; p < result.Length; p++)
        {
            head -= Square(values[p - 1] - mean);
            tail -= Square(values[n - p] - mean);
            result[p] = Math.Max(0, head + tail - 2 * padded[p].Real) / (n - p);
        }

        return result;
    }

    private static double Square(double x) => x * x;
}
