using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;
using Landfall.Constructs.Traffic;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>Where the number, the errors and the duration of a service's requests are measured.</summary>
/// <param name="Requests">Requests, <c>r0</c> and on.</param>
/// <param name="Errors">5xx answers of the tasks, <c>e0</c> and on.</param>
/// <param name="Refused">5xx answers of the load balancer itself, <c>x0</c>, which no task has seen; none where it has other services too.</param>
/// <param name="Latencies">99th percentiles of the response time, <c>p0</c> and on.</param>
/// <param name="InMilliseconds">True when the response time is in milliseconds, false for seconds.</param>
internal sealed record RequestMetrics(
    IReadOnlyList<Query> Requests,
    IReadOnlyList<Query> Errors,
    IReadOnlyList<Query> Refused,
    IReadOnlyList<Query> Latencies,
    bool InMilliseconds)
{
    public string RequestSum => Sum("r", Requests.Count);

    /// <summary>
    /// Share of 5xx answers in percent; 0 without requests. "RequestCount is only incremented for requests where the load
    /// balancer node was able to choose a target" (CloudWatch metrics for your Application Load Balancer): what the load
    /// balancer answers itself, with 502, 503 or 504, is not among them.
    /// </summary>
    public string ErrorRate => $"IF({Asked} > 0, 100 * ({Failed}) / ({Asked}), 0)";

    /// <summary>All that was asked, whoever answered.</summary>
    public string Asked => Refused.Count == 0 ? RequestSum : $"{RequestSum} + {Sum("x", Refused.Count)}";

    /// <summary>What was answered with 5xx.</summary>
    public string Failed => Refused.Count == 0 ? Sum("e", Errors.Count) : $"{Sum("e", Errors.Count)} + {Sum("x", Refused.Count)}";

    public string Slowest => Latencies.Count == 1
        ? "p0"
        : $"MAX([{string.Join(", ", Enumerable.Range(0, Latencies.Count).Select(index => $"FILL(p{index}, 0)"))}])";

    public static string Sum(string letter, int count) =>
        string.Join(" + ", Enumerable.Range(0, count).Select(index => $"FILL({letter}{index}, 0)"));

    /// <summary>As the load balancer sees them, over all target groups of the service.</summary>
    /// <param name="balanced">The service's place behind it.</param>
    /// <param name="alone">True where it has no other service: then its own errors are this one's.</param>
    /// <param name="period">The time over which they are counted.</param>
    public static RequestMetrics Of(Balanced balanced, bool alone, TimeSpan period) => new(
        PerGroup(balanced, period, "r", "RequestCount", "Sum"),
        PerGroup(balanced, period, "e", "HTTPCode_Target_5XX_Count", "Sum"),
        alone ? [OfBalancer(period, "x0", "HTTPCode_ELB_5XX_Count", balanced.LoadBalancer)] : [],
        PerGroup(balanced, period, "p", "TargetResponseTime", "p99"),
        InMilliseconds: false);

    /// <summary>As the proxies of Service Connect see them.</summary>
    public static RequestMetrics OfConnect(LandfallStack stack, string service, TimeSpan period) => new(
        [Connect(stack, service, period, "r0", "RequestCount", "Sum", "DiscoveryName")],
        [Connect(stack, service, period, "e0", "HTTPCode_Target_5XX_Count", "Sum")],
        [],
        [Connect(stack, service, period, "p0", "TargetResponseTime", "p99")],
        InMilliseconds: true);

    public static IReadOnlyList<Query> Unhealthy(Balanced balanced) => PerGroup(balanced, TimeSpan.FromMinutes(1), "u", "UnHealthyHostCount", "Maximum");

    /// <summary>A metric of a whole load balancer; it has no target group for its own answers.</summary>
    public static Query OfBalancer(TimeSpan period, string id, string metric, string balancer) =>
        MetricAlarm.Metric(period, id, "AWS/ApplicationELB", metric, "Sum", ("LoadBalancer", balancer));

    /// <summary>A metric of each target group of a service.</summary>
    public static Query[] PerGroup(Balanced balanced, TimeSpan period, string letter, string metric, string statistic) =>
        [.. balanced.TargetGroups.Select((group, index) => MetricAlarm.Metric(
            period, $"{letter}{index}", "AWS/ApplicationELB", metric, statistic,
            ("TargetGroup", group), ("LoadBalancer", balanced.LoadBalancer)))];

    /// <summary>A metric of the proxies.</summary>
    public static Query Connect(LandfallStack stack, string service, TimeSpan period, string id, string metric, string statistic, string dimension = "TargetDiscoveryName") =>
        MetricAlarm.Metric(
            period, id, "AWS/ECS", metric, statistic,
            (dimension, ServiceConnect.DiscoveryName(service)), ("ServiceName", service), ("ClusterName", stack.Names.Cluster));
}
