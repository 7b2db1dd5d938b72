using Landfall.Config.Values;

namespace Landfall.Config;

/// <summary>What was looked up in one region of one account.</summary>
public sealed record RegionFacts
{
    /// <summary>The availability zones that are open to the account, in order of name; empty when not looked up.</summary>
    public IReadOnlyList<ZoneFacts> Zones { get; init; } = [];

    /// <summary>Ids of the public hosted zones that names of the file are in, by the zone's name.</summary>
    public IReadOnlyDictionary<string, string> HostedZones { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Finds the hosted zone that has a name's records: the deepest that the name is in.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The zone's name; null where none is known.</returns>
    public string? HostedZoneOf(string name) =>
        HostedZones.Keys.Where(zone => HostNames.IsWithin(name, zone)).MaxBy(zone => zone.Length);

    /// <summary>The versions on offer of the database engines that the file has, by engine; null when not looked up.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Engines { get; init; }

    /// <summary>
    /// The id of AWS's list of the addresses from which CloudFront asks origins, for example <c>pl-3b927c52</c>; empty where the
    /// region has none; null when not looked up.
    /// </summary>
    public string? CdnPrefixList { get; init; }

    /// <summary>
    /// AWS's services whose service-linked roles the account has, of those that what Landfall makes needs, for example
    /// <c>ecs.amazonaws.com</c>; null when not looked up.
    /// </summary>
    public IReadOnlyList<string>? ServiceRoles { get; init; }

    /// <summary>
    /// The account's quotas that a file can run into, by the resource type and the limit's name in docs/limits.md, for example
    /// <c>AWS::EC2::Subnet/number</c>; empty where AWS did not tell them; null when not looked up.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Quotas { get; init; }
}
