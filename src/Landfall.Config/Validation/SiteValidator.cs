using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that names lead to one site, and that what a site stands before can be reached through it.</summary>
internal sealed class SiteValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (!settings.Knows("services", "domain"))
        {
            return;
        }

        var addresses = new SiteAddresses(settings);
        CheckOwner(settings, addresses, problems);
        CheckCertificates(environment, addresses, problems);
        foreach (var (name, web) in settings.Services.Where(pair => pair.Value.Type == ServiceType.Web && pair.Value.Knows("path", "host")))
        {
            if (addresses.PathOf(name) == PathPattern.Every && addresses.InFrontOf(web) is { } site)
            {
                var host = addresses.HostsOf(site).Intersect(addresses.HostsOf(web)).First();
                problems.Add(
                    web.Has("path") ? web.MarkOf("path") : web.Place,
                    ErrorCodes.DuplicateRoute,
                    $"'{name}' answers for every path of '{host}', which leads to the site '{site}', so that nobody would reach it. Give '{name}' a 'path' such as /api/* or a 'host' of its own, or '{site}' a 'host' such as {site}.{settings.Domain!.Name}.");
            }
        }

        foreach (var (name, site) in settings.Services.Where(pair => pair.Value.Type == ServiceType.Site))
        {
            foreach (var (service, behind) in settings.Services.Where(pair => pair.Value.Type == ServiceType.Web && pair.Value.Knows("path", "host")))
            {
                if (site.Api == service || addresses.IsInFront(name, behind))
                {
                    CheckOrigin(name, site, service, behind, addresses, problems);
                }
            }

            if (site.Api is not null && settings.Services.TryGetValue(site.Api, out var web) && web.Type == ServiceType.Web && web.Knows("path", "host") && site.Knows("apiPath", "host"))
            {
                CheckApi(name, site, web, addresses, problems);
            }
        }
    }

    /// <summary>Which of several sites the domain leads to must not depend on their names: one that is added would move it.</summary>
    private static void CheckOwner(SettingsModel settings, SiteAddresses addresses, ProblemList problems)
    {
        if (settings.Domain is null || addresses.Owner is not null || addresses.WithoutHost.Count < 2)
        {
            return;
        }

        foreach (var name in addresses.WithoutHost.Skip(1))
        {
            problems.Add(
                settings.Services[name].Place,
                ErrorCodes.DuplicateRoute,
                $"'{addresses.WithoutHost[0]}' and '{name}' are both sites without a 'host', so that nothing says which of them '{settings.Domain.Name}' leads to. Write 'host: {settings.Domain.Name}' at that one.");
        }
    }

    private static void CheckCertificates(EnvironmentSettings environment, SiteAddresses addresses, ProblemList problems)
    {
        var settings = environment.Settings;
        if (settings.Domain is not { Name: { } name } domain || !domain.Knows("certificate", "cdnCertificate"))
        {
            return;
        }

        var sites = addresses.HostsOfSites.ToArray();
        Check("cdnCertificate", domain.CdnCertificate, sites, 1);
        Check("certificate", domain.Certificate, settings.Services.Values.Where(service => service.Type == ServiceType.Web).SelectMany(web => web.Host).Except(sites),
            1 + environment.Quotas.Of(CertificateNames.Further).Whole);

        void Check(string key, string? given, IEnumerable<string> names, int most)
        {
            if (given is null && CertificateNames.Of(name, names) is var needed && needed.Count > most)
            {
                problems.Add(
                    domain.Place,
                    ErrorCodes.Domain,
                    $"The hosts that '{name}' and '*.{name}' do not cover need {needed.Count} certificates of {CertificateNames.MostNames} names, and AWS takes {most} here. Use wildcards, or give a certificate of your own as '{key}'.");
            }
        }
    }

    private static void CheckApi(string name, ServiceModel site, ServiceModel web, SiteAddresses addresses, ProblemList problems)
    {
        var (apiPath, path) = (addresses.ApiPathOf(site), addresses.PathOf(site.Api!));
        if (site.Has("apiPath"))
        {
            problems.CheckForm(site.MarkOf("apiPath"), ErrorCodes.Path, "'apiPath'", "AWS::CloudFront::Distribution", "path", apiPath);
        }

        if (apiPath == PathPattern.Every)
        {
            problems.Add(site.MarkOf("apiPath"), ErrorCodes.Path, $"'apiPath' is every path, so that nothing of the site '{name}' would be seen. Name the part that goes to '{site.Api}', such as /api/*.");
        }
        else if (!PathPattern.Covers(path, apiPath))
        {
            problems.Add(
                site.MarkOf("apiPath"),
                ErrorCodes.Path,
                $"'{name}' sends '{apiPath}' to '{site.Api}', which answers for '{path}' only. Make 'apiPath' a part of that, or change the 'path' of '{site.Api}'.");
        }

    }

    /// <summary>What the CDN asks under a name that leads to the CDN would come back to it for ever.</summary>
    private static void CheckOrigin(string name, ServiceModel site, string service, ServiceModel web, SiteAddresses addresses, ProblemList problems)
    {
        if (!SiteAddresses.AnswersTo(addresses.HostsOf(name), web) && addresses.OriginHostOf(web) is null)
        {
            problems.Add(
                site.Has("api") && site.Api == service ? site.MarkOf("api") : site.Place,
                ErrorCodes.WrongReference,
                $"'{name}' cannot ask '{service}' under a name that '{service}' answers to: {string.Join(", ", web.Host)}. Give '{service}' every name of '{name}' as 'host', or a whole name that leads to no site.");
        }
    }
}
