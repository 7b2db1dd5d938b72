using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>One way through a security group: who may come, by which protocol, to which ports.</summary>
/// <param name="Peer">A block of addresses, a security group or a prefix list.</param>
/// <param name="Protocol">The protocol; <c>-1</c> for all.</param>
/// <param name="First">The first port; −1 for all.</param>
/// <param name="Last">The last port.</param>
internal sealed record Opening(string Peer, string Protocol, int First, int Last)
{
    // What the CDK writes for a group that lets nothing out: without a rule AWS would let everything out.
    private const string Nobody = "255.255.255.255/32";

    /// <summary>All addresses; lists of them (<c>pl-…</c>) are among these.</summary>
    public const string Everyone = "0.0.0.0/0";

    private static readonly string[] Peers =
    [
        "CidrIp", "CidrIpv6", "SourceSecurityGroupId", "SourceSecurityGroupName", "SourcePrefixListId", "DestinationSecurityGroupId", "DestinationPrefixListId",
    ];

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">A rule inside a security group, or the properties of one of its own.</param>
    /// <returns>The openings.</returns>
    public static IEnumerable<Opening> Read(JsonNode rule)
    {
        var protocol = (Scalars.Text(rule["IpProtocol"]) ?? "-1") switch { "6" => "tcp", "17" => "udp", "1" => "icmp", var other => other };
        var all = protocol == "-1";
        foreach (var peer in Peers.Select(p => Scalars.Text(rule[p])).OfType<string>().Where(p => p != Nobody))
            yield return new Opening(Token.Stable(peer), protocol, all ? -1 : Scalars.Number(rule["FromPort"]) ?? -1, all ? -1 : Scalars.Number(rule["ToPort"]) ?? -1);
    }

    /// <summary>Whether whoever may come through another opening may come through this one.</summary>
    /// <param name="other">The other opening.</param>
    /// <returns>True when it is as wide at least.</returns>
    public bool Covers(Opening other) =>
        (Peer == other.Peer || (Peer == Everyone && other.Peer.StartsWith("pl-", StringComparison.Ordinal)) || (AddressBlock.Parse(Peer) is { } own && AddressBlock.Parse(other.Peer) is { } theirs && own.Covers(theirs)))
        && (Protocol == "-1" || (Protocol == other.Protocol && (First == -1 || (other.First != -1 && First <= other.First && Last >= other.Last))));

    /// <summary>For people.</summary>
    /// <param name="preposition">Which way: from the peer or to it.</param>
    /// <returns>For example <c>tcp, port 443, from 0.0.0.0/0</c>.</returns>
    public string For(string preposition)
    {
        var ports = First == -1 ? "all ports" : First == Last ? $"port {First}" : $"ports {First}-{Last}";
        return $"{(Protocol == "-1" ? "everything" : $"{Protocol}, {ports},")} {preposition} {Subject.Plain(Peer)}";
    }
}
