namespace Landfall.AIOps.Forecasting.GaussianProcess;

/// <summary>A function to minimise: returns its value at a point and writes its gradient.</summary>
internal delegate double Objective(double[] point, Span<double> gradient);

/// <summary>
/// BFGS for a dozen parameters (Nocedal and Wright, "Numerical Optimization", chapter 6), with a bounded number of
/// evaluations so that the time of a fit is known, and bounded steps because all parameters are logarithms.
/// </summary>
internal static class QuasiNewton
{
    private const double LongestStep = 1.5;

    /// <returns>The best point seen.</returns>
    public static double[] Minimise(double[] start, int evaluations, Objective objective)
    {
        var n = start.Length;
        var point = (double[])start.Clone();
        var gradient = new double[n];
        var value = objective(point, gradient);
        var inverse = Identity(n, 0.2);
        var step = 1.0;
        for (var used = 1; used < evaluations; used++)
        {
            var direction = Direction(inverse, gradient, out var slope);
            if (slope >= 0)
            {
                inverse = Identity(n, 0.05);
                direction = Direction(inverse, gradient, out slope);
            }

            var next = new double[n];
            for (var i = 0; i < n; i++)
                next[i] = point[i] + step * direction[i];
            var nextGradient = new double[n];
            var nextValue = objective(next, nextGradient);
            if (!(nextValue < value + 1e-4 * step * slope))
            {
                step *= 0.3;
                continue;
            }

            Update(inverse, point, next, gradient, nextGradient);
            (point, gradient, value, step) = (next, nextGradient, nextValue, 1.0);
        }

        return point;
    }

    private static double[] Direction(double[,] inverse, double[] gradient, out double slope)
    {
        var n = gradient.Length;
        var direction = new double[n];
        var longest = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                direction[i] -= inverse[i, j] * gradient[j];
            longest = Math.Max(longest, Math.Abs(direction[i]));
        }

        slope = 0;
        for (var i = 0; i < n; i++)
        {
            direction[i] *= Math.Min(1, LongestStep / Math.Max(longest, double.Epsilon));
            slope += direction[i] * gradient[i];
        }

        return direction;
    }

    private static void Update(double[,] inverse, double[] from, double[] to, double[] gradientFrom, double[] gradientTo)
    {
        var n = from.Length;
        var s = new double[n];
        var y = new double[n];
        var sy = 0.0;
        for (var i = 0; i < n; i++)
        {
            s[i] = to[i] - from[i];
            y[i] = gradientTo[i] - gradientFrom[i];
            sy += s[i] * y[i];
        }

        if (sy <= 1e-10)
            return;
        var hy = new double[n];
        var yhy = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                hy[i] += inverse[i, j] * y[j];
            yhy += y[i] * hy[i];
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                inverse[i, j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
        }
    }

    private static double[,] Identity(int n, double scale)
    {
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
            result[i, i] = scale;
        return result;
    }
}
