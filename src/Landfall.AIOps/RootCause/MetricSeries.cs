namespace Landfall.AIOps.RootCause;

/// <summary>One metric of one node.</summary>
/// <param name="Node">The node of the topology.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Name">The metric's own name with its statistic, for example <c>latency p90</c>; for people, and to tell series apart.</param>
/// <param name="Times">When each value holds from; ascending, evenly spaced as far as possible.</param>
/// <param name="Values">The values; NaN and infinities count as missing. As many as <paramref name="Times"/>.</param>
/// <param name="IsMean">
/// Whether each value is a mean over the interval's requests. Means of latency times the number of requests say how
/// much waiting there was, which is compared between nodes; so they are in the same unit on every node.
/// </param>
public sealed record MetricSeries(
    string Node,
    MetricKind Kind,
    string Name,
    IReadOnlyList<DateTimeOffset> Times,
    IReadOnlyList<double> Values,
    bool IsMean = false);
