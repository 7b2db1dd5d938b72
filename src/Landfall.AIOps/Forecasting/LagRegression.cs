using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Landfall.AIOps.Forecasting;

/// <summary>
/// Ridge regression of a value on the values just before it and around one to seven periods and one or two long periods
/// before it, continued recursively. It learns by itself how much each season repeats, drifts and is corrected by the
/// latest values; lagged linear models of this kind were found hard to beat on the M4 hourly series by Montero-Manso and
/// Hyndman, "Principles and algorithms for forecasting groups of time series", 2021.
/// </summary>
internal static class LagRegression
{
    /// <summary>The ridge penalty, in squared standard deviations of the series.</summary>
    private const double Penalty = 0.3;

    /// <summary>How far beyond the observed range a forecast may go, in ranges; recursion can otherwise diverge.</summary>
    private const double Overshoot = 0.2;

    /// <param name="history">Standardised values without gaps, at least two.</param>
    /// <param name="horizon">How many values to add.</param>
    /// <param name="seasonality">The periods.</param>
    public static double[] Predict(ReadOnlySpan<double> history, int horizon, Seasonality seasonality)
    {
        var lags = Lags(seasonality, history.Length / 2);
        var coefficients = Fit(history, lags);
        var (low, high) = Range(history);
        var values = new double[history.Length + horizon];
        history.CopyTo(values);
        for (var t = history.Length; t < values.Length; t++)
        {
            var value = coefficients[lags.Length];
            for (var k = 0; k < lags.Length; k++)
                value += coefficients[k] * values[t - lags[k]];
            values[t] = Math.Clamp(value, low, high);
        }

        return values[history.Length..];
    }

    private static int[] Lags(Seasonality seasonality, int longest)
    {
        var lags = new SortedSet<int> { 1, 2 };
        for (var k = 1; k <= 7; k++)
            AddAround(k * seasonality.Period, 2);
        for (var k = 1; k <= 2; k++)
            AddAround(k * seasonality.LongPeriod, 2);
        lags.RemoveWhere(lag => lag < 1 || lag > longest);
        return [.. lags];

        void AddAround(int centre, int width)
        {
            for (var lag = centre - width; lag <= centre + width; lag++)
                lags.Add(lag);
        }
    }

    private static Vector<double> Fit(ReadOnlySpan<double> history, int[] lags)
    {
        var size = lags.Length + 1;
        var gram = new double[size * size];
        var target = new double[size];
        var row = new double[size];
        row[^1] = 1;
        var first = lags.Length == 0 ? 0 : lags[^1];
        for (var t = first; t < history.Length; t++)
        {
            for (var k = 0; k < lags.Length; k++)
                row[k] = history[t - lags[k]];
            for (var i = 0; i < size; i++)
            {
                target[i] += row[i] * history[t];
                for (var j = 0; j <= i; j++)
                    gram[i * size + j] += row[i] * row[j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            gram[i * size + i] += Penalty;
            for (var j = 0; j < i; j++)
                gram[j * size + i] = gram[i * size + j];
        }

        return new DenseMatrix(size, size, gram).Cholesky().Solve(new DenseVector(target));
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        var margin = Overshoot * (high - low);
        return (low - margin, high + margin);
    }
}
