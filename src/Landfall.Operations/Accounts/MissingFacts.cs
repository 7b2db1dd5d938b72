using Landfall.Config;
using Landfall.Config.Imports;

namespace Landfall.Operations.Accounts;

/// <summary>Tells which facts an environment needs that have not been looked up.</summary>
internal static class MissingFacts
{
    /// <summary>Lists them in words.</summary>
    /// <param name="needed">What the environment needs.</param>
    /// <param name="known">The facts so far.</param>
    /// <returns>For example <c>the zones of eu-west-1</c>; none when everything is known.</returns>
    public static IReadOnlyList<string> Of(NeededFacts needed, KnownFacts? known)
    {
        var region = known?.Of(needed.Account, needed.Region);
        var environment = known?.Environments.GetValueOrDefault(needed.Environment);
        var missing = new List<string>();
        if (environment?.Zones is null && region is not { Zones.Count: > 0 })
            missing.Add($"the zones of {needed.Region}");
        if (NeedsHostedZone(needed, known))
            missing.Add($"the hosted zone of {needed.Names[0]}");
        missing.AddRange(needed.Engines.Where(engine => region?.Engines?.ContainsKey(engine) != true).Select(engine => $"the versions of {engine}"));
        if (needed.HasCdn && region?.CdnPrefixList is null)
            missing.Add("the addresses of the CDN");
        if (needed.ChosenNat is not null && environment?.Nat is null)
            missing.Add("the way to the internet");
        if (needed.Imports && environment?.Network is null)
            missing.Add($"the network of {needed.Vpc ?? needed.EmrCluster}");
        return missing;
    }

    /// <summary>Tells whether the hosted zone of the domain is not known, without which a certificate waits for ever.</summary>
    /// <param name="needed">What the environment needs.</param>
    /// <param name="known">The facts so far.</param>
    /// <returns>True when it has to be looked up.</returns>
    public static bool NeedsHostedZone(NeededFacts needed, KnownFacts? known) =>
        needed.Names.Any(name => known?.Of(needed.Account, needed.Region)?.HostedZoneOf(name) is null)
        && known?.Environments.GetValueOrDefault(needed.Environment)?.HostedZoneId is null;
}
