using System.Globalization;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.SockShop;

/// <summary>One repetition of one fault, preprocessed as published; one row per second.</summary>
/// <param name="Id">The fault and the repetition, for example <c>carts-cpu/1</c>.</param>
/// <param name="Service">The service into which the fault was injected.</param>
/// <param name="Fault">The fault, for example <c>cpu</c>.</param>
/// <param name="Columns">The metrics, for example <c>carts-db_cpu</c>.</param>
/// <param name="Times">The time of each row, in Unix seconds.</param>
/// <param name="Rows">The values, row by row.</param>
/// <param name="Inject">The number of the first row with the fault.</param>
internal sealed record SockShopRun(
    string Id, string Service, string Fault, string[] Columns, double[] Times, double[][] Rows, int Inject)
{
    /// <summary>Reads the repetition in the folder, which is below a folder <c>service-fault</c>.</summary>
    public static SockShopRun Read(string folder)
    {
        var fault = Path.GetFileName(Path.GetDirectoryName(folder)!);
        var split = fault.LastIndexOf('-');
        var normal = CsvTable.Read(Path.Combine(folder, "normal.csv"));
        var anomalous = CsvTable.Read(Path.Combine(folder, "anomalous.csv"));
        var header = normal[0];
        var use = Enumerable.Range(0, header.Length)
            .Where(i => header[i] != "time" && !header[i].Contains("lat_50", StringComparison.Ordinal) && !header[i].Contains("lat_99", StringComparison.Ordinal))
            .Where(i => Array.IndexOf(anomalous[0], header[i]) >= 0)
            .ToArray();
        var time = Array.IndexOf(header, "time");
        var before = Values(normal, header, header, use);
        var during = Values(anomalous, anomalous[0], header, use);
        return new SockShopRun(
            $"{fault}/{Path.GetFileName(folder)}",
            fault[..split],
            fault[(split + 1)..],
            [.. use.Select(i => header[i])],
            [.. normal.Skip(1).Select(r => Number(r[time])), .. anomalous.Skip(1).Select(r => Number(r[Array.IndexOf(anomalous[0], "time")]))],
            [.. before, .. during],
            before.Count);
    }

    /// <summary>The service that a metric belongs to: a database counts as part of its service.</summary>
    public static string ServiceOf(string column)
    {
        var node = column[..column.IndexOf('_', StringComparison.Ordinal)];
        return node.EndsWith("-db", StringComparison.Ordinal) ? node[..^3] : node;
    }

    // Missing values repeat the last one, or are 0 where there is none; memory is in megabytes.
    private static List<double[]> Values(List<string[]> rows, string[] own, string[] header, int[] use)
    {
        var last = new double[use.Length];
        var result = new List<double[]>(rows.Count - 1);
        foreach (var row in rows.Skip(1))
        {
            var values = new double[use.Length];
            for (var i = 0; i < use.Length; i++)
            {
                var name = header[use[i]];
                var value = Number(row[Array.IndexOf(own, name)]);
                last[i] = values[i] = double.IsFinite(value) ? value / (name.EndsWith("_mem", StringComparison.Ordinal) ? 1e6 : 1) : last[i];
            }

            result.Add(values);
        }

        return result;
    }

    private static double Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
