using System.Numerics;

namespace Landfall.AIOps.Forecasting.GaussianProcess;

/// <summary>
/// The covariance matrix of a stationary process at equal steps, which is Toeplitz, so that Levinson's recursion solves it
/// and yields its determinant in O(n²) (Levinson 1947; Durbin 1960). One recursion gives all a Gaussian process needs.
/// </summary>
internal sealed class ToeplitzSystem
{
    /// <summary>Variances below this share of the first are rounding errors.</summary>
    private const double Smallest = 1e-9;

    private readonly double[] _predictor;
    private readonly double _variance;

    private ToeplitzSystem(double[] solution, double[] predictor, double variance, double fit, double logDeterminant)
    {
        Solution = solution;
        _predictor = predictor;
        _variance = variance;
        Fit = fit;
        LogDeterminant = logDeterminant;
    }

    /// <summary>K⁻¹y.</summary>
    public double[] Solution { get; }

    /// <summary>yᵀK⁻¹y.</summary>
    public double Fit { get; }

    /// <summary>log |K|.</summary>
    public double LogDeterminant { get; }

    /// <param name="covariance">The covariance at lags 0, 1, …; at least as many as values.</param>
    /// <param name="values">The observations, y.</param>
    public static ToeplitzSystem Solve(ReadOnlySpan<double> covariance, ReadOnlySpan<double> values)
    {
        var n = values.Length;
        // Reversed copies make every inner product run forwards over both operands.
        var reversedCovariance = Reverse(covariance[..n]);
        var reversedValues = Reverse(values);
        var forward = new double[n];
        var backward = new double[n];
        var solution = new double[n];
        var floor = Smallest * covariance[0];
        var variance = covariance[0];
        solution[0] = values[0] / variance;
        var fit = values[0] * values[0] / variance;
        var logDeterminant = Math.Log(variance);
        for (var t = 1; t < n; t++)
        {
            var known = t - 1;
            var inner = Dot(forward.AsSpan(0, known), reversedCovariance.AsSpan(n - t, known));
            var reflection = Math.Clamp((covariance[t] - inner) / variance, -1, 1);
            Reflect(forward.AsSpan(0, known), backward.AsSpan(n - known, known), reflection);
            forward[t - 1] = reflection;
            backward[n - t] = reflection;
            variance = Math.Max(floor, variance * (1 - reflection * reflection));
            var error = values[t] - Dot(forward.AsSpan(0, t), reversedValues.AsSpan(n - t, t));
            var weight = error / variance;
            fit += error * weight;
            logDeterminant += Math.Log(variance);
            AddScaled(solution.AsSpan(0, t), backward.AsSpan(n - t, t), -weight);
            solution[t] = weight;
        }

        return new ToeplitzSystem(solution, forward, variance, fit, logDeterminant);
    }

    /// <summary>
    /// The derivative of ½(n·log(fit/n) + log |K|), the negative log likelihood with the scale taken out, with respect to
    /// each lag's covariance. The sums along the diagonals of K⁻¹ follow from the Gohberg–Semencul formula.
    /// </summary>
    public double[] Gradient()
    {
        var n = Solution.Length;
        var a = new double[n];
        a[0] = 1;
        for (var i = 1; i < n; i++)
            a[i] = -_predictor[i - 1];
        var weighted = new double[n];
        for (var i = 0; i < n; i++)
            weighted[i] = 2 * i * a[i];
        var gradient = new double[n];
        for (var lag = 0; lag < n; lag++)
        {
            var shifted = a.AsSpan(lag);
            var inverse = ((n - lag) * Dot(a.AsSpan(0, n - lag), shifted) - Dot(weighted.AsSpan(0, n - lag), shifted)) / _variance;
            var explained = n / Fit * Dot(Solution.AsSpan(0, n - lag), Solution.AsSpan(lag));
            gradient[lag] = (lag == 0 ? 0.5 : 1) * (inverse - explained);
        }

        return gradient;
    }

    /// <summary>
    /// The standard deviation of the error of each step ahead: what the best linear predictor of the next value leaves, its
    /// errors accumulated through the predictor's own recursion. It grows with each step.
    /// </summary>
    public double[] Deviation(int horizon)
    {
        var impulse = new double[horizon];
        var result = new double[horizon];
        var sum = 0.0;
        for (var step = 0; step < horizon; step++)
        {
            impulse[step] = step == 0 ? 1 : 0;
            for (var back = 1; back <= Math.Min(step, _predictor.Length - 1); back++)
                impulse[step] += _predictor[back - 1] * impulse[step - back];
            sum += impulse[step] * impulse[step];
            result[step] = Math.Sqrt(_variance * Fit / Solution.Length * sum);
        }

        return result;
    }

    private static double[] Reverse(ReadOnlySpan<double> values)
    {
        var result = values.ToArray();
        Array.Reverse(result);
        return result;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (sum, other) = (Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i <= x.Length - 2 * Vector<double>.Count; i += 2 * Vector<double>.Count)
        {
            sum += new Vector<double>(x[i..]) * new Vector<double>(y[i..]);
            other += new Vector<double>(x[(i + Vector<double>.Count)..]) * new Vector<double>(y[(i + Vector<double>.Count)..]);
        }

        var total = Vector.Sum(sum + other);
        for (; i < x.Length; i++)
            total += x[i] * y[i];
        return total;
    }

    private static void AddScaled(Span<double> x, ReadOnlySpan<double> y, double factor)
    {
        var i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(x[i..]) + factor * new Vector<double>(y[i..])).CopyTo(x[i..]);
        for (; i < x.Length; i++)
            x[i] += factor * y[i];
    }

    /// <summary>One step of the lattice: both predictors, each less the reflected other.</summary>
    private static void Reflect(Span<double> forward, Span<double> backward, double reflection)
    {
        var i = 0;
        for (; i <= forward.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var f = new Vector<double>(forward[i..]);
            var b = new Vector<double>(backward[i..]);
            (f - reflection * b).CopyTo(forward[i..]);
            (b - reflection * f).CopyTo(backward[i..]);
        }

        for (; i < forward.Length; i++)
            (forward[i], backward[i]) = (forward[i] - reflection * backward[i], backward[i] - reflection * forward[i]);
    }
}
