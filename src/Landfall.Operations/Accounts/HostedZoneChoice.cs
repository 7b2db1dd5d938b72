using Landfall.Aws.Route53;
using Landfall.Config;

namespace Landfall.Operations.Accounts;

/// <summary>Finds the hosted zones that names are in.</summary>
internal static class HostedZoneChoice
{
    /// <summary>
    /// Finds for each name the deepest public zone that it is in: a resolver is led there by the delegation in the zone
    /// above, whose own records below the delegation nobody asks for (RFC 1034, section 4.3.2).
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="zones">The account's public zones.</param>
    /// <returns>Ids by the zones' names.</returns>
    /// <exception cref="LandfallException">A name is in none of them, or its zone is there twice.</exception>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> names, IReadOnlyList<HostedZone> zones)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var zone = zones.Where(zone => IsWithin(name, zone.Name)).MaxBy(zone => zone.Name.Length)
                ?? throw new LandfallException(ErrorCodes.HostedZoneMissing, $"The account has no public hosted zone for '{name}'{Others(zones)}. Create one and let the domain's registrar point to its name servers, or give the id of a zone in 'domain.zoneId'.");
            var same = zones.Where(other => other.Name == zone.Name).Select(other => other.Id).ToArray();
            if (same.Length > 1)
                throw new LandfallException(ErrorCodes.HostedZoneMissing, $"The account has {same.Length} public hosted zones '{zone.Name}' ({string.Join(", ", same)}), and only the domain's registrar knows which of them counts. Give its id in 'domain.zoneId'.");
            found[zone.Name] = zone.Id;
        }

        return found;
    }

    private static bool IsWithin(string name, string zone) => name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal);

    private static string Others(IReadOnlyList<HostedZone> zones) =>
        zones.Count == 0 ? "" : $" (it has {string.Join(", ", zones.Take(5).Select(zone => zone.Name))}{(zones.Count > 5 ? ", …" : "")})";
}
