using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks the public name.</summary>
internal sealed class DomainValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        if (environment.Settings.Domain is not { } domain)
        {
            return;
        }

        foreach (var (key, value) in new[] { ("name", domain.Name), ("zone", domain.Zone) })
        {
            if (value is not null && !HostNames.IsName(value))
            {
                problems.Add(domain.MarkOf(key), ErrorCodes.Domain, $"'{key}' is '{value}', which is not a lower-case domain name such as example.com.");
            }
        }

        foreach (var zone in domain.Zones.Keys.Where(zone => !HostNames.IsName(zone)))
        {
            problems.Add(domain.MarkOf("zones", zone), ErrorCodes.Domain, $"'{zone}' is not a lower-case domain name such as example.com.");
        }

        if (domain.Dns == DnsPlace.Elsewhere)
        {
            CheckElsewhere(environment.Settings, domain, problems);
        }
        else
        {
            CheckZone(domain, problems);
        }

        if (domain.Name is { } name && CreatesCertificate(environment.Settings, domain) && HostNames.IsName(name))
        {
            problems.CheckLimit(domain.MarkOf("name"), "'name'", "AWS::CertificateManager::Certificate", "name", name.Length);
        }
    }

    private static bool CreatesCertificate(SettingsModel settings, DomainModel domain) =>
        domain.Certificate is null || (domain.CdnCertificate is null && Any(settings, ServiceType.Site));

    private static bool Any(SettingsModel settings, ServiceType type) => settings.Services.Values.Any(service => service.Type == type);

    private static void CheckZone(DomainModel domain, ProblemList problems)
    {
        if (domain.Zone is null && domain.Knows("zone", "dns") && !domain.IsUnreadable)
        {
            problems.Add(
                domain.Place,
                ErrorCodes.MissingKey,
                "'domain' lacks 'zone': the Route 53 hosted zone that the name is in, for example example.com. Where the name's DNS is not in Route 53, write 'dns: elsewhere' instead.");
        }

        if (domain is { Name: { } name, Zone: { } zone } && HostNames.IsName(name) && HostNames.IsName(zone) && !HostNames.IsWithin(name, zone))
        {
            problems.Add(domain.MarkOfLatest("name", "zone"), ErrorCodes.Domain, $"'{name}' is not inside the zone '{zone}'.");
        }
    }

    /// <summary>A certificate of ours would wait for ever for its validation record, which only its owner can set.</summary>
    private static void CheckElsewhere(SettingsModel settings, DomainModel domain, ProblemList problems)
    {
        Check(ServiceType.Web, "certificate", domain.Certificate, "of the load balancer's region");
        Check(ServiceType.Site, "cdnCertificate", domain.CdnCertificate, "of us-east-1");

        void Check(ServiceType type, string key, string? given, string region)
        {
            if (given is null && domain.Name is { } name && domain.Knows(key) && Any(settings, type))
            {
                problems.Add(
                    domain.Place,
                    ErrorCodes.MissingKey,
                    $"'domain' lacks '{key}': with 'dns: elsewhere' Landfall cannot prove to ACM that the domain is yours. Issue a certificate {region} for '{name}' and '*.{name}', and give its ARN.");
            }
        }
    }
}
