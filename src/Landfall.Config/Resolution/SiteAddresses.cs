using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Resolution;

/// <summary>
/// Which names lead to which site, and which paths of a site lead to which web service. No rule here depends on the order
/// of sites, so that a site that is added moves no name of another one.
/// </summary>
internal sealed class SiteAddresses(SettingsModel settings)
{
    private readonly Identities _names = new(settings);

    /// <summary>The sites that name no host of their own.</summary>
    public IReadOnlyList<string> WithoutHost { get; } =
        [.. Sites(settings).Where(site => site.Value.Host.Count == 0).Select(site => site.Key)];

    /// <summary>The site that the domain leads to: the one that names it, or else the only one that names no host; null for none.</summary>
    public string? Owner { get; } = settings.Domain?.Name is not { } domain ? null
        : Sites(settings).Where(site => site.Value.Host.Contains(domain)).Select(site => site.Key).FirstOrDefault()
            ?? (Sites(settings).Where(site => site.Value.Host.Count == 0).ToArray() is [var only] ? only.Key : null);

    /// <summary>The names that lead to a site.</summary>
    public IReadOnlyList<string> HostsOf(string site) =>
        settings.Domain?.Name is not { } domain ? []
        : settings.Services[site].Host is { Count: > 0 } hosts ? hosts
        : Owner == site ? [domain]
        : [$"{_names.Of(site)}.{domain}"];

    /// <summary>The names by which people ask for a web service.</summary>
    public IReadOnlyList<string> HostsOf(ServiceModel web) =>
        web.Host.Count > 0 ? web.Host : settings.Domain?.Name is { } domain ? [domain] : [];

    /// <summary>The names of all sites.</summary>
    public IEnumerable<string> HostsOfSites => Sites(settings).SelectMany(site => HostsOf(site.Key));

    /// <summary>The first site that stands before a web service at one of its names.</summary>
    public string? InFrontOf(ServiceModel web) =>
        Sites(settings).Select(site => site.Key).Order(StringComparer.Ordinal).FirstOrDefault(site => IsInFront(site, web));

    /// <summary>A web service's path pattern. Behind a site whose API it is, that is by default what the site leaves to it.</summary>
    public string PathOf(string name)
    {
        var web = settings.Services[name];
        return web.Path ?? (Sites(settings).Where(site => site.Value.Api == name && IsInFront(site.Key, web))
            .OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => ApiPathOf(site.Value)).FirstOrDefault() ?? PathPattern.Every);
    }

    /// <summary>The path pattern of a site that goes to its API.</summary>
    public string ApiPathOf(ServiceModel site) =>
        site.ApiPath ?? (settings.Services[site.Api!].Path is null or PathPattern.Every ? "/api/*" : settings.Services[site.Api!].Path!);

    /// <summary>What the CDN asks the load balancer for.</summary>
    public IReadOnlyList<SiteRoutePlan> RoutesOf(string site)
    {
        var routes = new Dictionary<string, SiteRoutePlan>(StringComparer.Ordinal);
        var model = settings.Services[site];
        if (model.Api is { } api)
        {
            Add(ApiPathOf(model), api);
        }

        foreach (var (name, web) in settings.Services.Where(pair => pair.Value.Type == ServiceType.Web && IsInFront(site, pair.Value))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(PathOf(name), name);
        }

        return [.. routes.Values.OrderBy(route => ListenerPriorities.Band(null, route.Path).First).ThenBy(route => route.Path, StringComparer.Ordinal)];

        void Add(string path, string service)
        {
            var web = settings.Services[service];
            IEnumerable<string> signIn = web.SignIn ? [PathPattern.SignInCallback] : [];
            foreach (var pattern in PathPattern.WithRoot(path).Concat(signIn).Where(pattern => pattern != PathPattern.Every))
            {
                routes.TryAdd(pattern, new SiteRoutePlan(pattern, AnswersTo(HostsOf(site), web) ? null : OriginHostOf(web)));
            }
        }
    }

    /// <summary>True when a web service answers to every name of a site, so that its host can be passed on.</summary>
    public static bool AnswersTo(IReadOnlyList<string> site, ServiceModel web) =>
        web.Host.Count == 0 || (site.Count > 0 && site.All(host => web.Host.Any(pattern => HostNames.Answers(pattern, host))));

    /// <summary>
    /// The name under which the CDN asks a web service that does not answer to all names of a site: one that leads to the
    /// load balancer, since the CDN would ask itself otherwise. Null where there is none.
    /// </summary>
    public string? OriginHostOf(ServiceModel web) => web.Host.FirstOrDefault(host =>
        !HostNames.IsWildcard(host) && !HostsOfSites.Contains(host));

    /// <summary>True when a name of a site is one of a web service, too.</summary>
    public bool IsInFront(string site, ServiceModel web) => HostsOf(site).Intersect(HostsOf(web)).Any();

    private static IEnumerable<KeyValuePair<string, ServiceModel>> Sites(SettingsModel settings) =>
        settings.Services.Where(pair => pair.Value.Type == ServiceType.Site);
}
