using System.Globalization;
using System.IO.Compression;

namespace Landfall.Evaluation.Kpi;

/// <summary>Reads whatever curves a folder holds, plain or compressed; <c>index.csv</c> says when each starts and how often it is sampled.</summary>
internal static class KpiCorpus
{
    private const string Index = "index.csv";

    /// <summary>Loads every curve below the folder that the index knows, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">The index lacks a column or a curve, or a row cannot be read.</exception>
    public static IReadOnlyList<KpiSeries> Load(string folder)
    {
        var index = ReadIndex(Path.Combine(folder, Index));
        List<KpiSeries> series = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var plain = name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
            if (!plain.EndsWith(".csv", StringComparison.Ordinal) || name == Index)
                continue;
            if (!index.TryGetValue(plain, out var about))
                throw new InvalidDataException($"{Path.Combine(folder, Index)}: there is no row for '{plain}'.");
            series.Add(Read(path, plain[..^4], about));
        }

        return series;
    }

    private static Dictionary<string, (int TrainRows, int Seconds, long Start)> ReadIndex(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        var (file, train, seconds, start) = (Column("file"), Column("train_rows"), Column("interval_s"), Column("start_unix"));
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToDictionary(
            cells => cells[file],
            cells => (int.Parse(cells[train], CultureInfo.InvariantCulture), int.Parse(cells[seconds], CultureInfo.InvariantCulture),
                long.Parse(cells[start], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);

        int Column(string name) => Array.IndexOf(header, name) is >= 0 and var at
            ? at
            : throw new InvalidDataException($"{path}:1: there is no column '{name}'; the columns are {lines[0]}.");
    }

    private static KpiSeries Read(string path, string name, (int TrainRows, int Seconds, long Start) about)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(plain);
        List<double> values = [];
        List<bool> labels = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0)
                throw new InvalidDataException($"{path}:{values.Count + 2}: '{line}' is not 'value,label'.");
            values.Add(double.TryParse(line.AsSpan(0, comma), CultureInfo.InvariantCulture, out var value) ? value : double.NaN);
            labels.Add(line.AsSpan(comma + 1).Trim() is "1");
        }

        return new KpiSeries(
            name, DateTimeOffset.FromUnixTimeSeconds(about.Start), TimeSpan.FromSeconds(about.Seconds), about.TrainRows, values, labels);
    }
}
