using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that no two environments of a file answer to one public name, as they do where both inherit one <c>domain</c>. A
/// record that is there already stops the second one's deployment (Amazon Route 53 API, ChangeResourceRecordSets,
/// InvalidChangeBatch), and CloudFront takes an alias once in the world; two accounts may not even share what a wildcard
/// covers (Amazon CloudFront, "Restrictions on using alternate domain names").
/// </summary>
internal static class HostCollisions
{
    /// <summary>Checks all environments, each with each.</summary>
    /// <param name="environments">The environments.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Check(IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        var all = environments.Select(environment => (Environment: environment, Hosts: PublicHost.Of(environment.Settings).ToArray())).ToArray();
        foreach (var (later, index) in all.Select((one, index) => (one, index)))
        {
            // What a domain carries along (origin., the names of sites) is said once, with the domain.
            foreach (var host in later.Hosts.DistinctBy(host => host.Mark))
            {
                var met = all.Take(index).SelectMany(
                    earlier => earlier.Hosts,
                    (earlier, other) => (earlier.Environment, Host: other, Own: later.Hosts.FirstOrDefault(own => own.Mark == host.Mark && Collide(earlier.Environment, other, later.Environment, own))))
                    .FirstOrDefault(found => found.Own is not null);
                if (met.Own is { } own)
                {
                    Report(met.Environment, met.Host, later.Environment, own, problems);
                }
            }
        }
    }

    private static bool Collide(EnvironmentSettings earlier, PublicHost one, EnvironmentSettings later, PublicHost other)
    {
        var (first, second) = (earlier.Settings, later.Settings);
        if (one.Name == other.Name)
        {
            // Whoever keeps the DNS himself may share a name out between load balancers, or move it from one to the other.
            return (one.IsCdn && other.IsCdn) || first.Domain?.Dns != DnsPlace.Elsewhere || second.Domain?.Dns != DnsPlace.Elsewhere;
        }

        return one.IsCdn && other.IsCdn
            && first.Account is { } account && second.Account is { } another && account != another
            && (HostNames.Answers(one.Name, other.Name) || HostNames.Answers(other.Name, one.Name));
    }

    private static void Report(EnvironmentSettings earlier, PublicHost one, EnvironmentSettings later, PublicHost other, ProblemList problems)
    {
        var what = one.Name == other.Name
            ? $"'{other.Name}' would lead to {one.Owner} in '{earlier.Name}' and to {other.Owner} in '{later.Name}' at once, and a name leads to one place."
            : $"'{other.Name}' of {other.Owner} in '{later.Name}' and '{one.Name}' of {one.Owner} in '{earlier.Name}' overlap, which CloudFront takes within one account only.";
        var remedy = other.IsOfDomain
            ? $"Give each environment a 'domain' of its own, for example 'domain: {{ name: {later.Name}.{later.Settings.Domain!.Name} }}' in 'environments.{later.Name}'."
            : $"Give the service another 'host' in one of the two.";
        problems.Add(other.Mark, ErrorCodes.NameCollision, $"{what} {remedy}");
    }
}
