namespace Landfall.AIOps.RootCause;

/// <summary>Adds up over the incident's requests what is known for each request: waiting, failures.</summary>
internal static class RequestVolume
{
    /// <summary>
    /// The sum; null when there is no interval with both figures. Where one of the two is missing, its mean is taken: a
    /// gap in one series must not make its node look better than its neighbours. Without both there were no requests.
    /// </summary>
    /// <param name="share">What there is of it for one request, by interval.</param>
    /// <param name="requests">The number of requests, by interval.</param>
    /// <param name="onset">Where the incident begins.</param>
    /// <param name="window">How long it is looked at.</param>
    public static double? Sum(MetricSeries share, MetricSeries requests, DateTimeOffset onset, TimeSpan window)
    {
        var shares = Known(share, onset, window);
        var counts = Known(requests, onset, window);
        var both = shares.Keys.Where(counts.ContainsKey).ToList();
        if (both.Count == 0)
            return null;
        var asked = both.Sum(t => counts[t]);
        var mean = asked > 0 ? both.Sum(t => shares[t] * counts[t]) / asked : 0;
        var usual = counts.Values.Average();
        return counts.Sum(c => c.Value * shares.GetValueOrDefault(c.Key, mean))
            + shares.Where(s => !counts.ContainsKey(s.Key)).Sum(s => s.Value * usual);
    }

    private static Dictionary<DateTimeOffset, double> Known(MetricSeries series, DateTimeOffset onset, TimeSpan window)
    {
        var known = new Dictionary<DateTimeOffset, double>();
        for (var i = 0; i < Math.Min(series.Times.Count, series.Values.Count); i++)
        {
            if (series.Times[i] >= onset && series.Times[i] < onset + window && double.IsFinite(series.Values[i]))
                known[series.Times[i]] = series.Values[i];
        }

        return known;
    }
}
