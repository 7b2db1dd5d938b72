using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Config.Resolution;

/// <summary>Resolves the network.</summary>
internal static class NetworkResolver
{
    /// <summary>Resolves the network from settings and recorded facts.</summary>
    /// <exception cref="LandfallException">A network is imported whose facts have not been recorded.</exception>
    public static NetworkPlan Resolve(string root, SettingsModel settings, string environment, KnownFacts? context, EnvironmentFacts? facts)
    {
        var network = settings.Network;
        var region = settings.Region!;
        var zones = Zones(settings, context?.Of(settings.Account, region), facts);
        return new NetworkPlan
        {
            Cidr = network.Cidr,
            Zones = zones,
            Nat = network.Nat ?? facts?.Nat ?? NatChoice.Of(settings),
            FlowLogs = network.FlowLogs,
            LogDays = (int)network.LogRetention.TotalDays,
            Import = network.Import is null ? null : Import(root, network, environment, facts, zones),
        };
    }

    /// <summary>
    /// The zones that the environment was given; else those of the account that serve, those with every endpoint first;
    /// else those that most accounts have.
    /// </summary>
    private static string[] Zones(SettingsModel settings, RegionFacts? account, EnvironmentFacts? environment)
    {
        var wanted = settings.Network.Zones;
        IEnumerable<string> known = environment?.Zones
            ?? (account is { Zones.Count: > 0 } ? ZoneChoice.Of(account.Zones) : RegionTable.Of(settings.Region!).ZoneLetters.Select(letter => $"{settings.Region}{letter}"));
        return [.. known.Take(wanted)];
    }

    private static ImportedNetworkPlan Import(string root, NetworkModel network, string environment, EnvironmentFacts? facts, string[] zones)
    {
        var wanted = network.Import!.Vpc ?? network.Import.EmrCluster;
        var recorded = facts?.Network;
        if (recorded is null || (network.Import.Vpc is { } vpc ? recorded.VpcId != vpc : recorded.EmrCluster != network.Import.EmrCluster))
        {
            throw new LandfallException(
                ErrorCodes.ContextMissing,
                $"The environment '{environment}' imports the network of '{wanted}', but {KnownFacts.FileName} does not have its facts. Run 'landfall context refresh {FolderArgument.Of(root)} --env {environment}' and commit the file.");
        }

        if (network.Subnets is not { Public.Count: > 0 } subnets)
        {
            return recorded;
        }

        return recorded with
        {
            Subnets =
            [
                .. subnets.Public.Select((cidr, i) => new SubnetPlan(cidr, zones[i % zones.Length], true)),
                .. subnets.Private.Select((cidr, i) => new SubnetPlan(cidr, zones[i % zones.Length], false)),
            ],
        };
    }
}
