using System.Globalization;
using System.Text.Json;
using Landfall.AIOps.RootCause;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.Nezha;

/// <summary>The files of one day, in one of the two folders <c>construct_data</c> and <c>rca_data</c>.</summary>
internal sealed class NezhaDay(string folder)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    /// <summary>The minutes (<c>HH_mm</c>) for which there are traces, ascending.</summary>
    public IReadOnlyList<string> Minutes { get; } = [.. Directory.EnumerateFiles(Path.Combine(folder, "trace"))
        .Select(f => Path.GetFileName(f)[..5]).Order(StringComparer.Ordinal)];

    /// <summary>The spans of the minute's file; a name such as <c>a-b-service-5f…-x7k</c> counts as the service <c>a-b-service</c>.</summary>
    public IEnumerable<TraceSpan> Spans(string minute)
    {
        var rows = CsvTable.Read(Path.Combine(folder, "trace", minute + "_trace.csv"));
        var at = Columns(rows[0]);
        foreach (var row in rows.Skip(1).Where(r => r.Length == rows[0].Length))
        {
            var start = long.Parse(row[at["StartTimeUnixNano"]], CultureInfo.InvariantCulture);
            var end = long.Parse(row[at["EndTimeUnixNano"]], CultureInfo.InvariantCulture);
            var parent = row[at["ParentID"]];
            yield return new TraceSpan(
                row[at["TraceID"]], row[at["SpanID"]], parent == "root" ? null : parent, ServiceOf(row[at["PodName"]]),
                row[at["OperationName"]], Nano(start), TimeSpan.FromTicks((end - start) / 100));
        }
    }

    /// <summary>The log lines of the minute's file.</summary>
    public IEnumerable<LogRecord> Logs(string minute)
    {
        var rows = CsvTable.Read(Path.Combine(folder, "log", minute + "_log.csv"));
        var at = Columns(rows[0]);
        foreach (var row in rows.Skip(1).Where(r => r.Length == rows[0].Length))
        {
            var (template, error) = NezhaLine.Template(row[at["Log"]]);
            var time = long.Parse(row[at["TimeUnixNano"]], CultureInfo.InvariantCulture);
            yield return new LogRecord(Nano(time), ServiceOf(row[at["PodName"]]), template, error, row[at["SpanID"]]);
        }
    }

    /// <summary>The metrics of all pods, up to the moment given.</summary>
    public IEnumerable<MetricSeries> Metrics(DateTimeOffset until)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "metric")).Order(StringComparer.Ordinal))
        {
            var rows = CsvTable.Read(file);
            var at = Columns(rows[0]);
            if (!at.TryGetValue("PodName", out var pod) || rows.Count < 2)
                continue;
            var data = rows.Skip(1).Where(r => r.Length == rows[0].Length)
                .Select(r => (Time: DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(r[at["TimeStamp"]], CultureInfo.InvariantCulture)), Row: r))
                .Where(r => r.Time < until).OrderBy(r => r.Time).ToList();
            if (data.Count == 0)
                continue;
            var times = data.Select(d => d.Time).ToArray();
            foreach (var (column, i) in at)
            {
                if (NezhaMetric.KindOf(column) is { } kind)
                {
                    yield return new MetricSeries(ServiceOf(data[0].Row[pod]), kind, column, times,
                        [.. data.Select(d => double.TryParse(d.Row[i], CultureInfo.InvariantCulture, out var v) ? v : double.NaN)]);
                }
            }
        }
    }

    /// <summary>The faults of the day.</summary>
    public IEnumerable<NezhaFault> Faults()
    {
        var file = Directory.EnumerateFiles(folder, "*fault_list.json").Order(StringComparer.Ordinal).First();
        using var json = JsonDocument.Parse(File.ReadAllText(file), Lenient);
        return [.. json.RootElement.EnumerateObject().SelectMany(h => h.Value.EnumerateArray()).Select(f => new NezhaFault(
            DateTimeOffset.ParseExact(f.GetProperty("inject_time").GetString()!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            ServiceOf(f.GetProperty("inject_pod").GetString()!),
            f.GetProperty("inject_type").GetString()!))];
    }

    // Kubernetes names a pod after its deployment, its replica set and itself.
    private static string ServiceOf(string pod)
    {
        var cut = pod.LastIndexOf('-');
        cut = cut > 0 ? pod.LastIndexOf('-', cut - 1) : -1;
        return cut > 0 ? pod[..cut] : pod;
    }

    private static DateTimeOffset Nano(long unixNano) => DateTimeOffset.UnixEpoch.AddTicks(unixNano / 100);

    private static Dictionary<string, int> Columns(string[] header) =>
        header.Select((h, i) => (h, i)).ToDictionary(p => p.h, p => p.i, StringComparer.Ordinal);
}
