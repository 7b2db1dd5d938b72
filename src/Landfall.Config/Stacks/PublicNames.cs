using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Stacks;

/// <summary>Which public names an environment has, and where they lead.</summary>
internal static class PublicNames
{
    /// <summary>True when the domain leads to a site.</summary>
    public static bool DomainIsSite(AppPlan plan) =>
        plan.Domain is { } domain && plan.Services.OfType<SiteServicePlan>().Any(site => site.Hosts.Contains(domain.Name));

    /// <summary>The name under which the CDN reaches the load balancer, so that its certificate fits; null without a domain.</summary>
    public static string? Origin(AppPlan plan) => plan.Domain is not { } domain ? null : DomainIsSite(plan) ? OriginBelow(domain.Name) : domain.Name;

    /// <summary>The name of the load balancer for the CDN, where the domain itself leads to the CDN.</summary>
    public static string OriginBelow(string domain) => $"origin.{domain}";

    /// <summary>The names that lead to the CDN, in order.</summary>
    public static IReadOnlyList<string> OfCdn(AppPlan plan) =>
        [.. plan.Services.OfType<SiteServicePlan>().SelectMany(site => site.Hosts).Order(StringComparer.Ordinal)];

    /// <summary>The names that lead to the public load balancer, in order.</summary>
    public static IReadOnlyList<string> OfLoadBalancer(AppPlan plan) => plan.Domain is null ? [] :
    [
        .. plan.Services.OfType<WebServicePlan>().SelectMany(web => web.Hosts)
            .Append(Origin(plan)!).Distinct().Except(OfCdn(plan)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The name by which people and other services ask for a web service; null where it has none.</summary>
    public static string? Of(AppPlan plan, WebServicePlan web) =>
        web.Hosts.FirstOrDefault(host => !HostNames.IsWildcard(host)) ?? (web.Hosts.Count == 0 ? plan.Domain?.Name : null);

    /// <summary>The name by which people ask for a site; null where it has the CDN's own only.</summary>
    public static string? Of(SiteServicePlan site) => site.Hosts.FirstOrDefault(host => !HostNames.IsWildcard(host));
}
