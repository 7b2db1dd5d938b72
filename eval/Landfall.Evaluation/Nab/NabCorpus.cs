using System.Globalization;
using System.Text.Json;

namespace Landfall.Evaluation.Nab;

/// <summary>Reads whatever series a folder of the benchmark's layout holds.</summary>
internal static class NabCorpus
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>
    /// Loads every <c>data/&lt;family&gt;/&lt;series&gt;.csv</c>. Labels of series that are not there are ignored; a
    /// series without labels has no windows.
    /// </summary>
    /// <param name="folder">The folder with <c>data</c>, <c>labels</c> and <c>config</c>.</param>
    /// <exception cref="InvalidDataException">A row cannot be read, or a window's bound is not a row of its series.</exception>
    public static IReadOnlyList<NabSeries> Load(string folder)
    {
        var labels = Labels(Path.Combine(folder, "labels", "combined_windows.json"));
        return [.. Directory.EnumerateFiles(Path.Combine(folder, "data"), "*.csv", SearchOption.AllDirectories)
            .Select(path => (Path: path, Key: Path.GetRelativePath(Path.Combine(folder, "data"), path).Replace('\\', '/')))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Read(file.Path, file.Key, labels.GetValueOrDefault(file.Key, [])))];
    }

    private static Dictionary<string, string[][]> Labels(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, string[][]>>(File.ReadAllText(path)) ?? [];

    private static NabSeries Read(string path, string key, string[][] windows)
    {
        List<string> stamps = [];
        List<DateTime> times = [];
        List<double> values = [];
        foreach (var line in File.ReadLines(path).Skip(1).Where(line => line.Length > 0))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0
                || !DateTime.TryParse(line.AsSpan(0, comma), CultureInfo.InvariantCulture, Utc, out var time)
                || !double.TryParse(line.AsSpan(comma + 1), CultureInfo.InvariantCulture, out var value))
            {
                throw new InvalidDataException($"{path}:{stamps.Count + 2}: '{line}' is not 'timestamp,value'.");
            }

            stamps.Add(line[..comma]);
            times.Add(time);
            values.Add(value);
        }

        var bounds = windows
            .Select(window => new NabWindow(Row(times, window[0], path), Row(times, window[1], path)))
            .OrderBy(window => window.First);
        return new NabSeries(
            Path.GetDirectoryName(key) ?? string.Empty, Path.GetFileNameWithoutExtension(key), stamps, times, values, [.. bounds]);
    }

    private static int Row(List<DateTime> times, string bound, string path)
    {
        var row = times.IndexOf(DateTime.Parse(bound, CultureInfo.InvariantCulture, Utc));
        return row >= 0 ? row : throw new InvalidDataException($"{path}: the label '{bound}' is not the time of a row.");
    }
}
