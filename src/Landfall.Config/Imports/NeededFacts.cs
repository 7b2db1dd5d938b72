using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Values;

namespace Landfall.Config.Imports;

/// <summary>What has to be looked up in AWS for one environment.</summary>
/// <param name="Environment">The environment's name.</param>
/// <param name="Account">The account, or null for the credentials'.</param>
/// <param name="Profile">The profile whose credentials are used, or null for those of the process.</param>
/// <param name="Region">The region.</param>
/// <param name="Zones">How many availability zones the environment uses.</param>
/// <param name="Vpc">The VPC to import, or null.</param>
/// <param name="EmrCluster">The EMR cluster whose VPC is imported, or null.</param>
/// <param name="SubnetPrefix">Prefix length of the subnets to find room for, or null when the file gives their blocks.</param>
/// <param name="GivenBlocks">The blocks of the subnets that the file gives.</param>
/// <param name="HostedZone">The hosted zone whose id the file does not give, or null.</param>
/// <param name="Names">The names that get records in hosted zones whose ids the file does not give.</param>
/// <param name="Engines">RDS's names of the database engines.</param>
public sealed record NeededFacts(
    string Environment,
    string? Account,
    string? Profile,
    string Region,
    int Zones,
    string? Vpc,
    string? EmrCluster,
    int? SubnetPrefix,
    IReadOnlyList<string> GivenBlocks,
    string? HostedZone,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Engines)
{
    /// <summary>The way to the internet for an environment that is not deployed yet; null where the file says it, or nothing runs.</summary>
    public NatMode? ChosenNat { get; init; }

    /// <summary>True where a CDN leads to services, whose load balancer then knows its addresses.</summary>
    public bool HasCdn { get; init; }

    /// <summary>True when an existing VPC is imported.</summary>
    public bool Imports => Vpc is not null || EmrCluster is not null;

    /// <summary>Tells what has to be looked up for an environment.</summary>
    /// <param name="config">A valid configuration.</param>
    /// <param name="environment">The environment's name.</param>
    /// <returns>What to look up.</returns>
    /// <exception cref="LandfallException">There is no such environment.</exception>
    public static NeededFacts Of(AppConfig config, string environment)
    {
        environment = config.RecordedAs(environment); // which needs no less
        var settings = config.SettingsOf(environment);
        var network = settings.Network;
        return new NeededFacts(
            environment,
            settings.Account,
            settings.Profile,
            settings.Region!,
            network.Zones,
            network.Import?.Vpc,
            network.Import?.EmrCluster,
            network.Subnets is { Public.Count: > 0 } ? null : (network.Subnets ?? new SubnetsModel()).Size,
            [.. network.Subnets?.Public ?? [], .. network.Subnets?.Private ?? []],
            settings.Domain is { ZoneId: null, Dns: DnsPlace.Route53 } domain ? domain.Zone : null,
            PublicNames(settings),
            [.. settings.Databases.Values.Select(database => database.Engine!.Value.AwsName()).Distinct().Order(StringComparer.Ordinal)])
        {
            ChosenNat = network.Nat is null && NatChoice.Of(settings) is var chosen and not NatMode.None ? chosen : null,
            HasCdn = settings.Services.Values.Any(service => service.Type == ServiceType.Site) && settings.Services.Values.Any(service => service.Type == ServiceType.Web),
        };
    }

    /// <summary>The names that get records in hosted zones whose ids the file does not give.</summary>
    internal static IReadOnlyList<string> PublicNames(SettingsModel settings) => settings.Domain is not { ZoneId: null, Dns: DnsPlace.Route53 } domain ? [] :
    [
        .. settings.Services.Values.SelectMany(service => service.Host).Prepend(domain.Name!).Select(HostNames.Base)
            .Where(name => !domain.Zones.Keys.Any(zone => HostNames.IsWithin(name, zone))).Distinct(),
    ];
}
