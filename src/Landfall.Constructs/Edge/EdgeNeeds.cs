using Landfall.Config.Plan;
using Landfall.Constructs.Services.Checks;

namespace Landfall.Constructs.Edge;

/// <summary>What of the edge a plan asks for.</summary>
internal static class EdgeNeeds
{
    public static bool Public(AppPlan plan) => plan.Services.Any(service => service is WebServicePlan);

    public static bool Internal(AppPlan plan) =>
        plan.Services.Any(service => service is InternalServicePlan { LoadBalancer: true });

    /// <summary>The ports of a load balancer at which new versions are checked; none where nothing is.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="internet">True for the public load balancer.</param>
    /// <param name="port">The port at which everybody asks.</param>
    public static IReadOnlyList<int> CheckedPorts(AppPlan plan, bool internet, int port)
    {
        var checks = plan.Services.OfType<ScaledServicePlan>()
            .Where(service => internet ? service is WebServicePlan : service is InternalServicePlan { LoadBalancer: true })
            .SelectMany(service => service.Deploy.Checks).Select(check => check.At).Distinct().Order();
        return [.. checks.Select(at => at == PausePoint.BeforeTraffic ? CheckAddress.TestPort : port)];
    }

    /// <summary>
    /// True where whatever the public load balancer serves is reached through the CDN, and nothing else calls it: then nobody
    /// else is answered. Load tests and jobs call it by its own name.
    /// </summary>
    public static bool OnlyCdn(AppPlan plan)
    {
        var routed = plan.Services.OfType<SiteServicePlan>().SelectMany(site => site.Routes).Where(route => route.OriginHost is null).Select(route => route.Path).ToHashSet(StringComparer.Ordinal);
        return plan.Services.OfType<WebServicePlan>().All(web => web.Hosts.Count == 0 && routed.Contains(web.Path))
            && !plan.Services.Any(service => service is LoadTestServicePlan or JobServicePlan);
    }
}
