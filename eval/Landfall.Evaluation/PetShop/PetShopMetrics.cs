using System.Globalization;
using Landfall.AIOps.RootCause;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.PetShop;

/// <summary>Reads PetShop's metric files: three header rows (node, metric, statistic), then one row per five minutes.</summary>
internal static class PetShopMetrics
{
    public static IReadOnlyList<MetricSeries> Read(string path)
    {
        var rows = CsvTable.Read(path);
        var data = rows.Skip(3).Where(r => r.Length == rows[0].Length && double.TryParse(r[0], CultureInfo.InvariantCulture, out _)).ToList();
        var times = data.Select(r => At(double.Parse(r[0], CultureInfo.InvariantCulture))).ToArray();
        return [.. Enumerable.Range(1, rows[0].Length - 1).Select(i => new MetricSeries(
            rows[0][i],
            KindOf(rows[1][i]),
            $"{rows[1][i]} {rows[2][i]}",
            times,
            [.. data.Select(r => double.TryParse(r[i], CultureInfo.InvariantCulture, out var v) ? v : double.NaN)],
            rows[2][i] == "Average"))];
    }

    public static DateTimeOffset At(double unixSeconds) => DateTimeOffset.UnixEpoch.AddSeconds(unixSeconds);

    public static MetricKind KindOf(string metric) => metric switch
    {
        "latency" => MetricKind.Latency,
        "availability" => MetricKind.Availability,
        "requests" => MetricKind.Requests,
        _ => MetricKind.Other,
    };
}
