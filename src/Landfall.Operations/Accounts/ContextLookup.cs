using Landfall.Aws;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Accounts;

/// <summary>Looks an environment's facts up in its account.</summary>
/// <param name="config">The file.</param>
/// <param name="session">The account and region.</param>
internal sealed class ContextLookup(AppConfig config, AwsSession session) : IDisposable
{
    private readonly AccountReader _account = new(session);
    private readonly NetworkPlanner _network = new(session);

    /// <summary>Looks everything up in the account that the environment is in.</summary>
    /// <param name="config">The file.</param>
    /// <param name="needed">What the environment needs.</param>
    /// <param name="before">The facts so far.</param>
    /// <param name="local">True for the local AWS, which has to run.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The facts with the environment's as they are now.</returns>
    /// <exception cref="LandfallException">There is no such account, or it lacks something that the environment needs.</exception>
    public static async Task<KnownFacts> OfAsync(AppConfig config, NeededFacts needed, KnownFacts before, bool local, OperationContext context)
    {
        using var target = await Targets.OpenAsync(needed, local, context.Time, context.Stop).ConfigureAwait(false);
        using var lookup = new ContextLookup(config, target.Session);
        return await lookup.RunAsync(needed, before, context.Stop).ConfigureAwait(false);
    }

    /// <summary>Looks everything up.</summary>
    /// <param name="needed">What the environment needs.</param>
    /// <param name="before">The facts so far.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The facts with the environment's as they are now.</returns>
    /// <exception cref="LandfallException">The account lacks something that the environment needs.</exception>
    public async Task<KnownFacts> RunAsync(NeededFacts needed, KnownFacts before, CancellationToken cancellation)
    {
        var found = await _account.ReadAsync(needed, cancellation).ConfigureAwait(false);
        var known = before.Of(needed.Account, needed.Region);
        var region = found with
        {
            // Other environments of the account have names and engines of their own.
            HostedZones = Merged(Others(known, needed.Names), found.HostedZones)!,
            Engines = Merged(known?.Engines, found.Engines),
            CdnPrefixList = found.CdnPrefixList ?? known?.CdnPrefixList,
            ServiceRoles = found.ServiceRoles ?? known?.ServiceRoles,
            Quotas = Merged(known?.Quotas, found.Quotas),
        };
        var environment = before.Environments.GetValueOrDefault(needed.Environment) ?? new EnvironmentFacts();
        var stack = new AwsNames(config.App, needed.Environment).Stack("network");
        var deployed = await _account.DeployedZonesAsync(stack, cancellation).ConfigureAwait(false);
        var zones = PinnedZones.Of(deployed, environment.Zones, ZoneChoice.Of(region.Zones));
        var import = needed.Imports ? await _network.ImportAsync(config.App, needed, zones, cancellation).ConfigureAwait(false) : null;
        if (import is not null && deployed.Count > 0 && environment.Network is { } standing && standing.VpcId == import.VpcId)
            import = import with { Subnets = standing.Subnets };
        NatMode? nat = needed.ChosenNat is { } chosen ? environment.Nat ?? await _account.DeployedNatAsync(stack, cancellation).ConfigureAwait(false) ?? chosen : null;
        var after = before
            .With(needed.Account, needed.Region, region)
            .With(needed.Environment, environment with { Zones = zones, Nat = nat, Network = import, HostedZoneId = null });
        return await new CertificateLookup(config, session).RunAsync(needed.Environment, after, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _account.Dispose();
        _network.Dispose();
    }

    // A zone that has one of the names, and was not found for it, is no longer the one that has it.
    private static Dictionary<string, string>? Others(RegionFacts? known, IReadOnlyList<string> names) =>
        known?.HostedZones.Where(zone => !names.Any(name => known.HostedZoneOf(name) == zone.Key)).ToDictionary();

    private static IReadOnlyDictionary<string, T>? Merged<T>(IReadOnlyDictionary<string, T>? known, IReadOnlyDictionary<string, T>? found)
    {
        if (known is null || found is null)
            return found ?? known;
        var all = new SortedDictionary<string, T>(known.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in found)
            all[key] = value;
        return all;
    }
}
