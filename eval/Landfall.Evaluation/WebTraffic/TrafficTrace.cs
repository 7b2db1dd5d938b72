using System.Globalization;

namespace Landfall.Evaluation.WebTraffic;

/// <summary>Requests per minute of one site, from a file with the columns <c>minute,count</c>.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Start">The first whole hour, in the file's own clock.</param>
/// <param name="PerMinute">Requests in each minute from <paramref name="Start"/>; NaN where the file has no row.</param>
internal sealed record TrafficTrace(string Name, DateTimeOffset Start, double[] PerMinute)
{
    public static TrafficTrace Read(string file)
    {
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split(','))
            .Select(cells => (
                Minute: DateTimeOffset.Parse(cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Count: double.Parse(cells[1], CultureInfo.InvariantCulture)))
            .ToList();
        var start = rows.Min(row => row.Minute);
        start -= TimeSpan.FromMinutes(start.Minute);
        var minutes = (int)(rows.Max(row => row.Minute) - start).TotalMinutes + 1;
        var perMinute = new double[(minutes + 59) / 60 * 60];
        Array.Fill(perMinute, double.NaN);
        foreach (var (minute, count) in rows)
            perMinute[(int)(minute - start).TotalMinutes] = count;
        return new TrafficTrace(Path.GetFileNameWithoutExtension(file), start, perMinute);
    }

    /// <summary>Requests per hour, counting minutes without a row as 0, as the published baselines do.</summary>
    public double[] PerHour() => [.. PerMinute.Chunk(60).Select(hour => hour.Where(double.IsFinite).Sum())];

    /// <summary>Requests per hour; NaN where an hour has no row at all, which is an outage of the log and not a quiet hour.</summary>
    public double[] PerHourOrMissing() =>
        [.. PerMinute.Chunk(60).Select(hour => hour.Any(double.IsFinite) ? hour.Where(double.IsFinite).Sum() : double.NaN)];

    /// <summary>Requests per minute; 0 for a minute without a row in an hour that has some, NaN in an hour that has none.</summary>
    public double[] PerMinuteOrMissing() =>
        [.. PerMinute.Chunk(60).SelectMany(hour => hour.Any(double.IsFinite) ? hour.Select(v => double.IsFinite(v) ? v : 0) : hour)];
}
