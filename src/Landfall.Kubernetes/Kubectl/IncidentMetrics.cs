using System.Globalization;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads <c>metrics.csv</c>: a column of times, then one column a series; the times are not read, the steps are equal.</summary>
internal static class IncidentMetrics
{
    public static IReadOnlyDictionary<string, IReadOnlyList<double>> Read(string path)
    {
        var series = new Dictionary<string, IReadOnlyList<double>>();
        if (!File.Exists(path))
            return series;
        var lines = File.ReadAllLines(path); // skips a byte-order mark
        var names = lines.Length > 0 ? lines[0].Split(',') : [];
        var columns = names.Select(_ => new List<double>(lines.Length)).ToArray();
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            for (var i = 1; i < Math.Min(cells.Length, columns.Length); i++)
                columns[i].Add(double.TryParse(cells[i], CultureInfo.InvariantCulture, out var value) ? value : double.NaN);
        }
        for (var i = 1; i < names.Length; i++)
            series[names[i].Trim()] = columns[i];
        return series;
    }
}
