namespace Landfall.AIOps.Forecasting.GaussianProcess;

/// <summary>
/// The kinds of series from whose parameters a fit starts and to which it stays tied: medians of long fits to public hourly
/// series. Amplitudes are relative, spans of level and seasons in days, the short span in steps.
/// </summary>
internal static class KernelStarts
{
    public static IReadOnlyList<double[]> All { get; } =
    [
        // A load that follows the working week.
        Logs(0.5, 2.3, 0.1, 0.05, 0.025, 0.001, 1.5, 200, 76, 2.3, 13, 0.65, 1.1),
        // Busy days and nights that differ by weekday, as road traffic.
        Logs(0.05, 2, 0.65, 0.008, 0.08, 0.027, 50, 500, 1000, 2.7, 6, 0.3, 0.92),
        // A smooth season that drifts, as a climate.
        Logs(7.5, 4.5, 0.0045, 0.011, 0.002, 0.0012, 40, 180, 290, 30, 56, 0.37, 24),
        // Bursty counts of requests.
        Logs(0.045, 1.7, 0.36, 0.04, 0.12, 0.035, 36, 420, 360, 1.6, 4.5, 0.42, 0.9),
    ];

    private static double[] Logs(params double[] values) => [.. values.Select(value => Math.Log(value))];
}
