using Landfall.Config.Values;

namespace Landfall.Config.Plan;

/// <summary>The public DNS name of an environment.</summary>
/// <param name="Name">The full name that users type, for example <c>shop.example.com</c>.</param>
/// <param name="Zones">The Route 53 hosted zones that names are in; empty where the DNS is elsewhere.</param>
/// <param name="Certificate">An existing ACM certificate's ARN for the load balancer, or null to create one validated by DNS.</param>
/// <param name="CdnCertificate">An existing ACM certificate's ARN in us-east-1 for the CDN, or null to create one.</param>
/// <param name="Hsts">True to tell browsers to use HTTPS alone, for years.</param>
public sealed record DomainPlan(
    string Name,
    IReadOnlyList<HostedZonePlan> Zones,
    string? Certificate,
    string? CdnCertificate,
    bool Hsts)
{
    /// <summary>The zone that has a name's records: the deepest that the name is in, as resolvers ask.</summary>
    /// <param name="host">A name, or a pattern such as <c>*.example.com</c>.</param>
    /// <returns>The zone; null where the DNS is elsewhere.</returns>
    public HostedZonePlan? ZoneOf(string host) =>
        Zones.Where(zone => HostNames.IsWithin(host, zone.Name)).MaxBy(zone => zone.Name.Length);
}
