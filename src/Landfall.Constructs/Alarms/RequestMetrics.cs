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
    public string ErrorRate
    {
        get
        {
            var refused = Refused.Count == 0 ? "" : $" + {Sum("x", Refused.Count)}";
            return $"IF({RequestSum}{refused} > 0, 100 * ({Sum("e", Errors.Count)}{refused}) / ({RequestSum}{refused}), 0)";
        }
    }

    public string Slowest => Latencies.Count == 1
        ? "p0"
        : $"MAX([{string.Join(", ", Enumerable.Range(0, Latencies.Count).Select(index => $"FILL(p{index}, 0)"))}])";

    public static string Sum(string letter, int count) =>
        string.Join(" + ", Enumerable.Range(0, count).Select(index => $"FILL({letter}{index}, 0)"));

    /// <summary>As the load balancer sees them, over all target groups of the service.</summary>
    /// <param name="balanced">The service's place behind it.</param>
    /// <param name="alone">True where it has no other service: then its own errors are this one's.</param>
    public static RequestMetrics Of(Balanced balanced, bool alone) => new(
        PerGroup(balanced, "r", "RequestCount", "Sum"),
        PerGroup(balanced, "e", "HTTPCode_Target_5XX_Count", "Sum"),
        alone ? [OfBalancer("x0", "HTTPCode_ELB_5XX_Count", balanced.LoadBalancer)] : [],
        PerGroup(balanced, "p", "TargetResponseTime", "p99"),
        InMilliseconds: false);

    /// <summary>As the proxies of Service Connect see them.</summary>
    public static RequestMetrics OfConnect(LandfallStack stack, string service)
    {
        var name = ServiceConnect.DiscoveryName(service);
        return new RequestMetrics(
            [Connect("r0", "RequestCount", "Sum", "DiscoveryName")],
            [Connect("e0", "HTTPCode_Target_5XX_Count", "Sum", "TargetDiscoveryName")],
            [],
            [Connect("p0", "TargetResponseTime", "p99", "TargetDiscoveryName")],
            InMilliseconds: true);

        Query Connect(string id, string metric, string statistic, string dimension) => MetricAlarm.Metric(
            id, "AWS/ECS", metric, statistic, (dimension, name), ("ServiceName", service), ("ClusterName", stack.Names.Cluster));
    }

    public static IReadOnlyList<Query> Unhealthy(Balanced balanced) => PerGroup(balanced, "u", "UnHealthyHostCount", "Maximum");

    /// <summary>A metric of a whole load balancer; it has no target group for its own answers.</summary>
    public static Query OfBalancer(string id, string metric, string balancer) =>
        MetricAlarm.Metric(id, "AWS/ApplicationELB", metric, "Sum", ("LoadBalancer", balancer));

    private static Query[] PerGroup(Balanced balanced, string letter, string metric, string statistic) =>
        [.. balanced.TargetGroups.Select((group, index) => MetricAlarm.Metric(
            $"{letter}{index}", "AWS/ApplicationELB", metric, statistic,
            ("TargetGroup", group), ("LoadBalancer", balanced.LoadBalancer)))];
}
