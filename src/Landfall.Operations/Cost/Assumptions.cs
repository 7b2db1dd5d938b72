using System.Reflection;

namespace Landfall.Operations.Cost;

/// <summary>
/// What is reckoned with where the bill depends on use, a month: a small system's. Nobody knows it of a system that does
/// not run yet; <c>landfall cost --verbose</c> prints this table, so that a reader can put in what he knows.
/// </summary>
internal static class Assumptions
{
    public static readonly Assumption ShareOfTheRange = new(0.25m, "of the way from the least to the most", "every range in which something scales by itself");
    public static readonly Assumption JobMinutes = new(10, "minutes", "each run of a job");
    public static readonly Assumption JobRuns = new(30, "runs", "a job without a schedule");
    public static readonly Assumption JobTransitions = new(6, "state transitions", "each run of a job");
    public static readonly Assumption InsightsMetrics = new(50, "metrics of Container Insights", "each task");
    public static readonly Assumption Capacity = new(0.5m, "LCU", "each load balancer, at all times: 12 new connections a second and half a GB an hour");
    public static readonly Assumption BalancerOut = new(20, "GB to the internet", "each load balancer that is public");
    public static readonly Assumption NatData = new(20, "GB", "each NAT gateway");
    public static readonly Assumption EndpointData = new(5, "GB", "each interface endpoint");
    public static readonly Assumption CdnData = new(50, "GB to visitors", "each CDN");
    public static readonly Assumption CdnRequests = new(1, "million requests", "each CDN");
    public static readonly Assumption FunctionRuns = new(1, "million invocations", "each of a CDN's functions");
    public static readonly Assumption DatabaseData = new(10, "GB", "each Aurora cluster");
    public static readonly Assumption DatabaseIo = new(5, "million I/O requests", "each Aurora cluster");
    public static readonly Assumption TableData = new(1, "GB", "each table");
    public static readonly Assumption TableReads = new(1, "million read request units", "each table on demand");
    public static readonly Assumption TableWrites = new(1, "million write request units", "each table on demand");
    public static readonly Assumption BucketData = new(10, "GB", "each bucket");
    public static readonly Assumption BucketWrites = new(10, "thousand writes", "each bucket");
    public static readonly Assumption BucketReads = new(100, "thousand reads", "each bucket");
    public static readonly Assumption FileData = new(10, "GB", "each file system");
    public static readonly Assumption QueueRequests = new(1, "million requests", "each queue");
    public static readonly Assumption TopicRequests = new(0.01m, "million requests", "each topic");
    public static readonly Assumption LogData = new(1, "GB of new lines", "each log group");
    public static readonly Assumption LogRatio = new(0.15m, "of their size", "log lines that are kept, once compressed");
    public static readonly Assumption LambdaRuns = new(0.01m, "million invocations", "each function");
    public static readonly Assumption LambdaSeconds = new(1, "second", "each invocation of a function");
    public static readonly Assumption SecretReads = new(0.1m, "ten thousand reads", "each secret");
    public static readonly Assumption Images = new(2, "GB of images", "each image repository");
    public static readonly Assumption Users = new(100, "users who sign in", "each user pool");
    public static readonly Assumption FirewallRequests = new(1, "million requests", "each firewall");
    public static readonly Assumption BuildMinutes = new(100, "minutes", "each build project");
    public static readonly Assumption PipelineMinutes = new(300, "minutes of actions", "each pipeline");

    /// <summary>All of them, in the order in which they stand here.</summary>
    public static IReadOnlyList<Assumption> All { get; } =
        [.. typeof(Assumptions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Assumption>()];
}
