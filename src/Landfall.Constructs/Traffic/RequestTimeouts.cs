using Landfall.Config.Plan;

namespace Landfall.Constructs.Traffic;

/// <summary>How long a connection may be silent, on each of the ways to a service.</summary>
internal static class RequestTimeouts
{
    // "We recommend that you configure the idle timeout of your application to be larger than the idle timeout configured for
    // the load balancer" (Elastic Load Balancing, Application Load Balancers, "Connection idle timeout"): otherwise one closes
    // what the other is about to use, and the caller gets a 502.
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(10);

    /// <summary>The load balancer's: the longest of the services behind it.</summary>
    public static TimeSpan OfBalancer(AppPlan plan, bool internet) => plan.Services
        .Where(service => internet ? service is WebServicePlan : service is InternalServicePlan { LoadBalancer: true })
        .Max(service => Of(service)!.Idle);

    /// <summary>The proxy's of Service Connect, which the load balancer's requests pass too.</summary>
    public static TimeSpan OfProxy(AppPlan plan, ServicePlan service) => service switch
    {
        WebServicePlan => OfBalancer(plan, internet: true) + Longer,
        InternalServicePlan { LoadBalancer: true } => OfBalancer(plan, internet: false) + Longer,
        _ => Of(service)!.Idle,
    };

    /// <summary>What the file says of a service that listens; null for one that does not.</summary>
    public static RequestTimeoutPlan? Of(ServicePlan service) => service switch
    {
        WebServicePlan web => web.RequestTimeout,
        InternalServicePlan inner => inner.RequestTimeout,
        _ => null,
    };
}
