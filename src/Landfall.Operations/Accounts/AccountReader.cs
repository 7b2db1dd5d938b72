using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Databases;
using Landfall.Aws.Ec2;
using Landfall.Aws.Route53;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Accounts;

/// <summary>Reads what synthesis needs to know of a region of an account.</summary>
/// <param name="session">The account and region.</param>
internal sealed class AccountReader(AwsSession session) : IDisposable
{
    // Amazon CloudFront Developer Guide, "Use the CloudFront managed prefix list".
    private const string CdnPrefixList = "com.amazonaws.global.cloudfront.origin-facing";

    private readonly NetworkReader _network = new(session);

    /// <summary>Reads it.</summary>
    /// <param name="needed">What an environment needs.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="LandfallException">The account has too few zones, or no hosted zone for a name.</exception>
    public async Task<RegionFacts> ReadAsync(NeededFacts needed, CancellationToken cancellation)
    {
        var zones = ZonesAsync(needed, cancellation);
        var hosted = HostedZonesAsync(needed, cancellation);
        var engines = EnginesAsync(needed, cancellation);
        var cdn = CdnPrefixListAsync(needed, cancellation);
        var quotas = new QuotaLookup(session).RunAsync(cancellation);
        var roles = ServiceLinkedRoles.FindAsync(session, cancellation);
        return new RegionFacts
        {
            Zones = await zones.ConfigureAwait(false),
            HostedZones = await hosted.ConfigureAwait(false),
            Engines = await engines.ConfigureAwait(false),
            CdnPrefixList = await cdn.ConfigureAwait(false),
            ServiceRoles = await roles.ConfigureAwait(false),
            Quotas = await quotas.ConfigureAwait(false),
        };
    }

    /// <summary>Finds the zones that an environment's subnets are in.</summary>
    /// <param name="stack">The environment's network stack.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The zones in the order of the subnets; none when nothing is deployed.</returns>
    public async Task<IReadOnlyList<string>> DeployedZonesAsync(string stack, CancellationToken cancellation)
    {
        var subnets = await _network.ListSubnetsOfStackAsync(stack, cancellation).ConfigureAwait(false);
        return [.. subnets.Where(subnet => subnet.LogicalId is not null).OrderBy(subnet => subnet.LogicalId, StringComparer.Ordinal).Select(subnet => subnet.Zone).Distinct()];
    }

    /// <summary>Reads the way to the internet that a deployed network has.</summary>
    /// <param name="stack">The network stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The way; null where there is no such stack.</returns>
    public async Task<NatMode?> DeployedNatAsync(string stack, CancellationToken cancellation)
    {
        var stacks = new CloudFormationClient(session);
        if (await stacks.FindStackAsync(stack, cancellation).ConfigureAwait(false) is null)
            return null;
        var resources = await stacks.ListResourcesAsync(stack, cancellation).ConfigureAwait(false);
        return resources.Count(resource => resource.Type == "AWS::EC2::NatGateway") switch
        {
            0 => NatMode.None,
            1 => NatMode.One,
            _ => NatMode.PerZone,
        };
    }

    /// <inheritdoc />
    public void Dispose() => _network.Dispose();

    private async Task<string?> CdnPrefixListAsync(NeededFacts needed, CancellationToken cancellation) =>
        needed.HasCdn ? await _network.FindPrefixListAsync(CdnPrefixList, cancellation).ConfigureAwait(false) ?? "" : null;

    private async Task<IReadOnlyList<ZoneFacts>> ZonesAsync(NeededFacts needed, CancellationToken cancellation)
    {
        var region = RegionTable.Of(session.Region);
        var services = RegionTable.MadeEndpoints.ToDictionary(region.InterfaceEndpoint, service => service, StringComparer.Ordinal);
        var zones = await _network.ListZonesAsync(cancellation).ConfigureAwait(false);
        var endpoints = await _network.ListEndpointZonesAsync(services.Keys, cancellation).ConfigureAwait(false);
        var found = zones.Select(zone => new ZoneFacts(zone.Name, zone.Id)
        {
            Fargate = region.FargateZones?.Contains(zone.Id) ?? true,
            WithoutEndpoints = endpoints.Where(pair => !pair.Value.Contains(zone.Name)).Select(pair => services[pair.Key]).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } lacking ? lacking : null,
        }).ToArray();
        var usable = found.Where(zone => zone.Fargate).Select(zone => zone.Name).ToArray();
        return usable.Length >= needed.Zones
            ? found
            : throw new LandfallException(ErrorCodes.ZonesMissing, $"'{needed.Environment}' wants {needed.Zones} zones, but {needed.Region} offers this account {usable.Length} that Fargate runs in: {string.Join(", ", usable)}. Lower 'network.zones'.");
    }

    private async Task<IReadOnlyDictionary<string, string>> HostedZonesAsync(NeededFacts needed, CancellationToken cancellation)
    {
        if (needed.Names.Count == 0)
            return new Dictionary<string, string>();
        var zones = await new HostedZoneClient(session).ListPublicAsync(cancellation).ConfigureAwait(false);
        return HostedZoneChoice.Of(needed.Names, zones);
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> EnginesAsync(NeededFacts needed, CancellationToken cancellation)
    {
        if (needed.Engines.Count == 0)
            return null;
        var client = new DatabaseClient(session);
        var versions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var engine in needed.Engines)
            versions[engine] = await client.ListVersionsAsync(engine, cancellation).ConfigureAwait(false);
        return versions;
    }
}
