namespace Landfall.AIOps.Forecasting.GaussianProcess;

/// <summary>
/// A Gaussian process with a <see cref="SeasonalKernel"/> (Rasmussen and Williams, "Gaussian Processes for Machine
/// Learning", 2006). Its parameters are those of greatest posterior probability, found from the best of a few starts.
/// </summary>
internal static class ProcessModel
{
    /// <summary>Older values are not looked at: the cost grows with the square of their number.</summary>
    private const int MostValues = 1200;

    /// <summary>Half the precision of the normal prior that ties each log parameter to its start.</summary>
    private const double PriorWeight = 0.25;

    private const int Evaluations = 9;

    /// <summary>The start that explains the series best, not fitted any further.</summary>
    public static double[] Start(ReadOnlySpan<double> history, Seasonality seasonality)
    {
        var values = Recent(history).ToArray();
        return KernelStarts.All.MinBy(start => Loss(start, values, seasonality, []))!;
    }

    /// <summary>Fits the parameters to a series, from a start.</summary>
    public static double[] Fit(double[] start, ReadOnlySpan<double> history, Seasonality seasonality)
    {
        var values = Recent(history).ToArray();
        return QuasiNewton.Minimise(start, Evaluations, (parameters, gradient) =>
        {
            var loss = Loss(parameters, values, seasonality, gradient);
            for (var i = 0; i < parameters.Length; i++)
            {
                var away = parameters[i] - start[i];
                loss += PriorWeight * away * away;
                gradient[i] += 2 * PriorWeight * away;
            }

            return loss;
        });
    }

    /// <summary>The expected continuation of a series and the standard deviation of each step's error.</summary>
    public static (double[] Point, double[] Deviation) Predict(
        double[] parameters, ReadOnlySpan<double> history, int horizon, Seasonality seasonality)
    {
        var values = Recent(history);
        var n = values.Length;
        var covariance = SeasonalKernel.Covariance(parameters, n + horizon, seasonality);
        var system = ToeplitzSystem.Solve(covariance, values);
        var point = new double[horizon];
        for (var step = 0; step < horizon; step++)
        {
            for (var t = 0; t < n; t++)
                point[step] += covariance[n + step - t] * system.Solution[t];
        }

        return (point, system.Deviation(horizon));
    }

    private static ReadOnlySpan<double> Recent(ReadOnlySpan<double> history) => history[^Math.Min(history.Length, MostValues)..];

    private static double Loss(double[] parameters, double[] values, Seasonality seasonality, Span<double> gradient)
    {
        var covariance = SeasonalKernel.Covariance(parameters, values.Length, seasonality);
        var system = ToeplitzSystem.Solve(covariance, values);
        if (!gradient.IsEmpty)
        {
            gradient.Clear();
            SeasonalKernel.Evaluate(parameters, values.Length, seasonality, system.Gradient(), gradient);
        }

        return 0.5 * (values.Length * Math.Log(system.Fit / values.Length) + system.LogDeterminant);
    }
}
