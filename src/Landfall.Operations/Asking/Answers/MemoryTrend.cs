namespace Landfall.Operations.Asking.Answers;

/// <summary>How the memory of a service went.</summary>
/// <param name="Service">The service.</param>
/// <param name="Memory">What each of its tasks has, in MiB.</param>
/// <param name="Values">How much of it was used, in percent, by time.</param>
internal sealed record MemoryTrend(string Service, int Memory, IReadOnlyDictionary<DateTimeOffset, double> Values)
{
    /// <summary>What is used now, in percent.</summary>
    public double Last => Values.Count == 0 ? 0 : Values.MaxBy(value => value.Key).Value;

    /// <summary>
    /// By how many points it went up in an hour: the median of the slopes between all pairs of values, which single peaks and restarts
    /// do not move (Sen, Estimates of the regression coefficient based on Kendall's tau, 1968).
    /// </summary>
    public double PerHour { get; } = Slope([.. Values.OrderBy(value => value.Key)]);

    /// <summary>By how many points it went up over the time looked at.</summary>
    public double Rise => Values.Count == 0 ? 0 : PerHour * (Values.Keys.Max() - Values.Keys.Min()).TotalHours;

    /// <summary>When it is full if it goes on so; null where it does not rise.</summary>
    public TimeSpan? Full => PerHour > 0 ? TimeSpan.FromHours(Math.Min(Math.Max(100 - Last, 0) / PerHour, 10_000)) : null;

    private static double Slope(KeyValuePair<DateTimeOffset, double>[] values)
    {
        var slopes = new List<double>(values.Length * (values.Length - 1) / 2);
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
                slopes.Add((values[j].Value - values[i].Value) / (values[j].Key - values[i].Key).TotalHours);
        }

        slopes.Sort();
        return slopes.Count == 0 ? 0 : (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2;
    }
}
