using Landfall.Config.Limits;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Stacks;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks the names that services and sites answer to.</summary>
internal sealed class HostValidator : IEnvironmentValidator
{
    // Of load balancers; CDNs and certificates take longer names.
    private static readonly int LongestHost = LimitList.Of("AWS::ElasticLoadBalancingV2::ListenerRule", "host").Whole;

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var sites = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, service) in environment.Settings.Services)
        {
            for (var i = 0; i < service.Host.Count && service.Knows("host"); i++)
            {
                var host = service.Host[i];
                var other = service.Type == ServiceType.Site && !sites.TryAdd(host, name) ? sites[host] : null;
                var fault = Grammar(host, service.Type, environment.Settings) ?? Reserved(host, service.Type, environment.Settings) ?? Twice(service, i) ?? Zone(host, environment.Settings)
                    ?? (other is null ? null : $"leads to the site '{other}' already. A name leads to one site.");
                if (fault is not null)
                {
                    problems.Add(service.MarkOf("host", i), ErrorCodes.Domain, $"'host' is '{host}', which {fault}");
                }
            }

            if (service is { Type: ServiceType.Site, Host.Count: > 0 } && environment.Settings is { Domain: null } && environment.Settings.Knows("domain"))
            {
                problems.Add(service.MarkOf("host"), ErrorCodes.NeedsDomain, $"'{name}' has a 'host', which needs 'domain', where the certificate and the DNS zone of names are said.");
            }
        }
    }

    private static string? Grammar(string host, ServiceType? type, SettingsModel settings) =>
        !IsHost(host) ? Meant(host, settings) is { } meant ? $"is not a host name. Write '{meant}'." : "is not a host name such as api.example.com or *.example.com."
        : host.Length > LongestHost ? $"has {host.Length} characters; load balancers and certificates take {LongestHost}."
        : type == ServiceType.Web && !host[(host.LastIndexOf('.') + 1)..].All(char.IsAsciiLetter) ? "does not end in letters, as the load balancer's conditions on hosts have to."
        : null;

    // What people write in place of a host: a URL, capitals, the dot at the end, the first part of a name below the domain.
    private static string? Meant(string host, SettingsModel settings)
    {
        var bare = host[(host.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..].Split('/', ':')[0].TrimEnd('.').ToLowerInvariant();
        return new[] { bare, $"{bare}.{settings.Domain?.Name}" }.FirstOrDefault(IsHost);
    }

    private static bool IsHost(string host) => HostNames.IsName(HostNames.Base(host));

    private static string? Reserved(string host, ServiceType? type, SettingsModel settings) =>
        type == ServiceType.Site && settings.Domain?.Name is { } domain && host == PublicNames.OriginBelow(domain)
            ? "is the name under which the CDN reaches the load balancer. Take another."
            : null;

    private static string? Twice(ServiceModel service, int index) =>
        service.Host.Take(index).Contains(service.Host[index]) ? "is there twice. Keep one." : null;

    private static string? Zone(string host, SettingsModel settings)
    {
        if (settings.Domain is not { Dns: DnsPlace.Route53, Zone: { } zone } domain || !domain.Knows("zones", "dns", "zone"))
        {
            return null;
        }

        var zones = domain.Zones.Keys.Prepend(zone).ToArray();
        return zones.Any(known => HostNames.IsWithin(host, known))
            ? null
            : $"is in no hosted zone of 'domain' ({string.Join(", ", zones)}), so that nobody would find it. Add its zone and the zone's id to 'domain.zones'.";
    }
}
