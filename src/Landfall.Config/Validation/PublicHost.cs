using Landfall.Config.Model;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>A public name that an environment answers to.</summary>
/// <param name="Name">The name, or a pattern.</param>
/// <param name="IsCdn">True when it leads to the CDN, false for the load balancer.</param>
/// <param name="Owner">What answers, for a message.</param>
/// <param name="Mark">Where it stands, or the domain's name that it follows from.</param>
/// <param name="IsOfDomain">True when it follows from the domain.</param>
internal sealed record PublicHost(string Name, bool IsCdn, string Owner, Mark Mark, bool IsOfDomain)
{
    /// <summary>Lists the names of an environment; <see cref="PublicNames"/> says the same of its plan.</summary>
    /// <param name="settings">The environment's settings, which may be wrong.</param>
    /// <returns>The names.</returns>
    public static IEnumerable<PublicHost> Of(SettingsModel settings)
    {
        if (settings.Domain is not { Name: { } domain } model)
        {
            return [];
        }

        var addresses = new SiteAddresses(settings);
        var cdn = settings.Services.Where(pair => pair.Value.Type == ServiceType.Site)
            .SelectMany(pair => Hosts(pair.Key, pair.Value, isCdn: true, addresses.HostsOf(pair.Key))).ToArray();
        var web = settings.Services.Where(pair => pair.Value.Type == ServiceType.Web).ToArray();
        if (web.Length == 0)
        {
            return cdn;
        }

        var origin = cdn.Any(host => host.Name == domain) ? PublicNames.OriginBelow(domain) : domain;
        return cdn.Concat(web.SelectMany(pair => Hosts(pair.Key, pair.Value, isCdn: false, pair.Value.Host))
            .Append(new PublicHost(origin, false, "the load balancer", model.MarkOf("name"), true))
            .Where(host => !cdn.Any(other => other.Name == host.Name)));

        IEnumerable<PublicHost> Hosts(string name, ServiceModel service, bool isCdn, IReadOnlyList<string> hosts) => hosts.Select((host, index) => new PublicHost(
            host,
            isCdn,
            isCdn ? $"site '{name}'" : $"service '{name}'",
            service.Host.Count == 0 ? model.MarkOf("name") : service.MarkOf("host", index),
            service.Host.Count == 0));
    }
}
