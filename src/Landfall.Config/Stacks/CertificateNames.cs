using Landfall.Config.Limits;
using Landfall.Config.Values;

namespace Landfall.Config.Stacks;

/// <summary>
/// Which names go into which certificate. Every one has the domain and one level below it; what that does not cover is
/// added, and a further certificate is begun where one is full.
/// </summary>
internal static class CertificateNames
{
    /// <summary>Names of a certificate: its first and the further ones.</summary>
    public static int MostNames { get; } = 1 + LimitList.Of("AWS::CertificateManager::Certificate", "names").Whole;

    /// <summary>How many certificates a load balancer takes beside its listener's own.</summary>
    public static Limit Further { get; } = LimitList.Of("AWS::ElasticLoadBalancingV2::ListenerCertificate", "number");

    /// <summary>Groups names by certificate.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="names">The names that certificates are needed for.</param>
    /// <returns>The names of each certificate; the first begins with the domain.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string domain, IEnumerable<string> names)
    {
        string[] basis = [domain, $"*.{domain}"];
        string[] all = [.. names.Distinct()];
        var further = all
            .Where(name => !basis.Concat(all).Any(pattern => pattern != name && HostNames.Covers(pattern, name)) && !basis.Contains(name))
            .Order(StringComparer.Ordinal).ToArray();
        return [[.. basis, .. further.Take(MostNames - basis.Length)], .. further.Skip(MostNames - basis.Length).Chunk(MostNames)];
    }
}
