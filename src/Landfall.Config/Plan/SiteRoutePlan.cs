namespace Landfall.Config.Plan;

/// <summary>Paths of a site that the CDN asks the load balancer for.</summary>
/// <param name="Path">The path pattern.</param>
/// <param name="OriginHost">
/// The host of the service that answers under which the CDN asks where the service does not answer to the site's own; null when it does,
/// and the viewer's host is passed on.
/// </param>
public sealed record SiteRoutePlan(string Path, string? OriginHost);
