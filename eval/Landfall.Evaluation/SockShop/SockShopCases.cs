using Landfall.AIOps.RootCause;

namespace Landfall.Evaluation.SockShop;

/// <summary>Turns repetitions into cases: 300 rows before and 300 rows from the moment that is taken for the onset.</summary>
internal static class SockShopCases
{
    private const int Half = 300;

    /// <summary>The case with the onset given, or to be found by the analyser.</summary>
    /// <param name="run">The repetition.</param>
    /// <param name="late">How many seconds late the onset is said to be; null lets the analyser find it.</param>
    public static IncidentCase Of(SockShopRun run, int? late)
    {
        var (from, onset, until) = Window(run, late ?? 0);
        var times = Enumerable.Range(0, until - from).Select(i => Clock(from + i)).ToArray();
        var metrics = Enumerable.Range(0, run.Columns.Length).Select(c => new MetricSeries(
            SockShopRun.ServiceOf(run.Columns[c]),
            KindOf(run.Columns[c]),
            run.Columns[c][(run.Columns[c].IndexOf('_', StringComparison.Ordinal) + 1)..],
            times,
            [.. Enumerable.Range(from, until - from).Select(r => run.Rows[r][c])]));
        return new IncidentCase { Metrics = [.. metrics], Onset = late is null ? null : Clock(onset) };
    }

    /// <summary>The rows that are used: 300 before the onset and 300 from it.</summary>
    public static (int From, int Onset, int Until) Window(SockShopRun run, int late)
    {
        var onset = Math.Min(run.Inject + late, run.Rows.Length - 1);
        return (Math.Max(0, onset - Half), onset, Math.Min(run.Rows.Length, onset + Half));
    }

    // The two files were recorded hours apart; as in the published protocol the second follows the first directly.
    private static DateTimeOffset Clock(int row) => DateTimeOffset.UnixEpoch.AddSeconds(row);

    private static MetricKind KindOf(string column) => column[(column.LastIndexOf('_') + 1)..] switch
    {
        "cpu" => MetricKind.Cpu,
        "mem" => MetricKind.Memory,
        "lod" => MetricKind.Requests,
        "90" or "95" => MetricKind.Latency,
        "err" => MetricKind.Errors,
        _ => MetricKind.Other,
    };
}
