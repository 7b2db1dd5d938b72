using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Route53;

/// <summary>The part of Route 53 that finds hosted zones.</summary>
/// <param name="session">Who calls.</param>
public sealed class HostedZoneClient(AwsSession session)
{
    private static readonly AwsService Service = new("route53", "route53", "ROUTE_53", "2013-04-01", "us-east-1");

    /// <summary>Finds a public hosted zone.</summary>
    /// <param name="name">The zone's name, for example <c>example.com</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its id, for example <c>Z0123456789ABCDEFGHIJ</c>, or null when the account has no public zone of that name.</returns>
    public async Task<string?> FindIdAsync(string name, CancellationToken cancellation)
    {
        var path = $"/{Service.Version}/hostedzonesbyname?dnsname={Uri.EscapeDataString(name)}&maxitems=100";
        var answer = await RestXmlProtocol.GetAsync(session, Service, "ListHostedZonesByName", path, cancellation).ConfigureAwait(false);
        return answer.Descendants("HostedZone")
            .Where(zone => Text(zone, "Name") == $"{name.TrimEnd('.')}." && zone.Element("Config")?.Element("PrivateZone")?.Value != "true")
            .Select(zone => Text(zone, "Id").Split('/')[^1])
            .FirstOrDefault();
    }

    private static string Text(XElement element, string name) => element.Element(name)?.Value ?? "";
}
