using System.Globalization;

namespace Landfall.Evaluation.ChangeRca;

/// <summary>What one pod of a service answered one of its callers in a minute.</summary>
/// <param name="Time">Unix seconds.</param>
/// <param name="IsNew">True for a pod of the new version.</param>
/// <param name="FailureShare">The share of requests that failed; null where none is recorded.</param>
/// <param name="Latency">The mean, in seconds; null where none is recorded.</param>
internal sealed record PodMinute(long Time, bool IsNew, double? FailureShare, double? Latency)
{
    /// <summary>The minute that it is of.</summary>
    public long Minute => Time / 60;

    /// <summary>Reads all minutes of a service's pods.</summary>
    /// <param name="folder">The case's folder.</param>
    /// <param name="service">The service.</param>
    /// <returns>The minutes, in order of time.</returns>
    public static IReadOnlyList<PodMinute> Read(string folder, string service) =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(folder, "calls"), $"{service}-*_{service}.csv").Order(StringComparer.Ordinal)
           let isNew = Path.GetFileName(file).StartsWith($"{service}-v2-", StringComparison.Ordinal)
           from line in File.ReadLines(file).Skip(1)
           let cells = line.Split(',')
           where cells.Length == 8
           select new PodMinute(long.Parse(cells[1], CultureInfo.InvariantCulture), isNew, 1 - Number(cells[2]) / 100, Number(cells[7])) into minute
           orderby minute.Time
           select minute,
    ];

    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
