using System.Globalization;
using Landfall.AIOps.Releases;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Aws.Metrics;

namespace Landfall.Operations.Deployment.Judging;

/// <summary>Reads from CloudWatch what the versions of a service answer, by the target groups that they are in.</summary>
/// <param name="session">The account and region.</param>
internal sealed class VersionMetrics(AwsSession session)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Before a release: what is usual does not change from one hour to the next without anybody knowing.
    private static readonly TimeSpan Past = TimeSpan.FromHours(1);

    private readonly MetricClient _client = new(session);

    /// <summary>Reads minutes.</summary>
    /// <param name="shift">The two versions.</param>
    /// <param name="from">The beginning of the first minute.</param>
    /// <param name="to">The end of the last one.</param>
    /// <param name="limit">What is slow; null where nobody says.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Every minute between, in order.</returns>
    public async Task<IReadOnlyList<ComparedMinute>> ReadAsync(
        TrafficShift shift, DateTimeOffset from, DateTimeOffset to, TimeSpan? limit, CancellationToken stop)
    {
        var groups = shift.New.Concat(shift.Old).ToList();
        var read = await _client.ReadAsync([.. groups.SelectMany(group => Queries(group, limit))], from, to, stop).ConfigureAwait(false);
        var values = read.Chunk(read.Count / groups.Count).ToList();
        var (after, before) = (values[..shift.New.Count], values[shift.New.Count..]);
        var minutes = new List<ComparedMinute>();
        for (var begin = from; begin < to; begin += Minute)
            minutes.Add(new ComparedMinute(begin, Count(after, begin), Count(before, begin)));
        return minutes;
    }

    /// <summary>What the old version took for all but the slowest twentieth of its requests, at the median of the minutes before.</summary>
    /// <param name="shift">The two versions.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The time; null where it had no traffic.</returns>
    public async Task<TimeSpan?> UsualAsync(TrafficShift shift, CancellationToken stop)
    {
        var read = await _client.ReadAsync(
            [.. shift.Old.Select(group => Query(group, "TargetResponseTime", "p95"))], shift.Started - Past, shift.Started, stop).ConfigureAwait(false);
        var times = read.SelectMany(values => values.Values).Order().ToList();
        return times.Count == 0 ? null : TimeSpan.FromSeconds(times[times.Count / 2]);
    }

    /// <summary>
    /// A connection that the load balancer could not make is counted for its target group, and the answer to it, a 502, for
    /// none (Application Load Balancers guide, "CloudWatch metrics"). A trimmed count is the number of values up to a limit.
    /// </summary>
    private static IEnumerable<MetricQuery> Queries(ServedGroup group, TimeSpan? limit)
    {
        yield return Query(group, "RequestCount", "Sum");
        yield return Query(group, "HTTPCode_Target_5XX_Count", "Sum");
        yield return Query(group, "TargetConnectionErrorCount", "Sum");
        if (limit is { } time)
        {
            yield return Query(group, "TargetResponseTime", "SampleCount");
            yield return Query(group, "TargetResponseTime", string.Create(CultureInfo.InvariantCulture, $"TC(:{time.TotalSeconds:0.######})"));
        }
    }

    private static MetricQuery Query(ServedGroup group, string metric, string statistic) =>
        new("AWS/ApplicationELB", metric, statistic, Minute, [("TargetGroup", group.TargetGroup), ("LoadBalancer", group.LoadBalancer)]);

    /// <summary>What a version answered in a minute, by all its groups. What CloudWatch counts late or twice is no more than there were.</summary>
    private static RequestCounts? Count(IReadOnlyList<IReadOnlyDictionary<DateTimeOffset, double>[]> groups, DateTimeOffset begin)
    {
        if (!groups.Any(group => group[0].ContainsKey(begin)))
            return null;
        var requests = Sum(0);
        return new RequestCounts(requests, Math.Min(requests, Sum(1) + Sum(2)))
        {
            Slow = groups[0].Length < 5 ? null : Math.Clamp(Sum(3) - Sum(4), 0, requests),
        };

        double Sum(int metric) => groups.Sum(group => group[metric].GetValueOrDefault(begin));
    }
}
