using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Route53;

/// <summary>The part of Route 53 that finds hosted zones.</summary>
/// <param name="session">Who calls.</param>
public sealed class HostedZoneClient(AwsSession session)
{
    private static readonly AwsService Service = new("route53", "route53", "ROUTE_53", "2013-04-01", Global: true);

    /// <summary>Lists the account's public hosted zones.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The zones, in order of name; two may have the same.</returns>
    public async Task<IReadOnlyList<HostedZone>> ListPublicAsync(CancellationToken cancellation)
    {
        var zones = new List<HostedZone>();
        string? marker = null;
        do
        {
            var path = $"/{Service.Version}/hostedzone?{(marker is null ? "" : $"marker={Uri.EscapeDataString(marker)}&")}maxitems=100";
            var answer = await RestXmlProtocol.GetAsync(session, Service, "ListHostedZones", path, cancellation).ConfigureAwait(false);
            zones.AddRange(answer.Descendants("HostedZone")
                .Where(zone => zone.Element("Config")?.Element("PrivateZone")?.Value != "true")
                .Select(zone => new HostedZone(Text(zone, "Name").TrimEnd('.'), Text(zone, "Id").Split('/')[^1])));
            marker = Text(answer, "IsTruncated") == "true" ? Text(answer, "NextMarker") : null;
        }
        while (marker is not null);
        return [.. zones.OrderBy(zone => zone.Name, StringComparer.Ordinal).ThenBy(zone => zone.Id, StringComparer.Ordinal)];
    }

    /// <summary>Lists the name servers that answer for a hosted zone.</summary>
    /// <param name="id">The zone's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their names, in order.</returns>
    public async Task<IReadOnlyList<string>> ListNameServersAsync(string id, CancellationToken cancellation)
    {
        var answer = await RestXmlProtocol.GetAsync(session, Service, "GetHostedZone", $"/{Service.Version}/hostedzone/{Uri.EscapeDataString(id)}", cancellation).ConfigureAwait(false);
        return [.. answer.Descendants("NameServer").Select(server => server.Value.TrimEnd('.')).Order(StringComparer.Ordinal)];
    }

    private static string Text(XElement element, string name) => element.Element(name)?.Value ?? "";
}
