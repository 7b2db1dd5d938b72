using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Traffic;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>Who sees the requests of a service: its load balancer, or the proxies of Service Connect.</summary>
internal sealed class RequestSource
{
    private readonly LandfallStack _stack;
    private readonly string _service;
    private readonly Balanced? _balanced;

    private RequestSource(LandfallStack stack, ContainerServicePlan service, Balanced? balanced)
    {
        (_stack, _service, _balanced) = (stack, service.Name, balanced);
        IsAlone = balanced is not null && IsAloneBehindIts(stack.Plan, service);
    }

    /// <summary>True for the only service of its load balancer, whose own errors are then this one's.</summary>
    public bool IsAlone { get; }

    /// <summary>Finds who sees a service's requests; null where nobody counts any.</summary>
    public static RequestSource? Of(LandfallStack stack, ContainerServicePlan service, Balanced? balanced) =>
        balanced is not null || (ServicePorts.Of(service) is not null && ServicePorts.ProtocolOf(service) != PortProtocol.Tcp)
            ? new RequestSource(stack, service, balanced)
            : null;

    /// <summary>Requests, errors and response times over a time.</summary>
    public RequestMetrics Over(TimeSpan period) => _balanced is not null
        ? RequestMetrics.Of(_balanced, IsAlone, period)
        : RequestMetrics.OfConnect(_stack, _service, period);

    /// <summary>
    /// How many requests were timed, <c>n0</c> and on, and how many of them were answered in a time, <c>q0</c> and on: trimmed
    /// count "is the number of data points in the chosen range for a trimmed mean statistic", and TM(150:1000) leaves out "all
    /// data points that are lower than or equal to 150, or higher than 1000" (CloudWatch statistics definitions).
    /// </summary>
    public (IReadOnlyList<Query> Timed, IReadOnlyList<Query> Quick) Answered(TimeSpan within, TimeSpan period)
    {
        var limit = _balanced is not null ? within.TotalSeconds : within.TotalMilliseconds;
        var quick = string.Create(CultureInfo.InvariantCulture, $"TC(:{limit:0.######})");
        return (Times("n", "SampleCount", period), Times("q", quick, period));
    }

    /// <summary>A statistic of the response time, in the unit of whoever sees it.</summary>
    public IReadOnlyList<Query> Times(string letter, string statistic, TimeSpan period) => _balanced is not null
        ? RequestMetrics.PerGroup(_balanced, period, letter, "TargetResponseTime", statistic)
        : [RequestMetrics.Connect(_stack, _service, period, $"{letter}0", "TargetResponseTime", statistic)];

    /// <summary>True for the only service of its load balancer.</summary>
    public static bool IsAloneBehindIts(AppPlan plan, ContainerServicePlan service) => service is WebServicePlan
        ? plan.Services.Count(other => other is WebServicePlan) == 1
        : plan.Services.Count(other => other is InternalServicePlan { LoadBalancer: true }) == 1;
}
