using System.Globalization;
using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A network's access list lets the whole internet administer machines.</summary>
internal sealed class OpenNetworkList() : TemplateRule(new(
    "aws-network-list-open-for-administration", "An access list lets the internet in to SSH or remote desktop", Severity.Medium, "AWS FSBP EC2.21",
    "Only security groups keep robots, which try these ports all day long, out.",
    "Allow 22 and 3389 to no address of the internet."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::EC2::NetworkAclEntry").Where(r =>
            r.Text("RuleAction")?.Equals("allow", StringComparison.OrdinalIgnoreCase) == true && !r.IsTrue("Egress")
            && (r.Text("CidrBlock") ?? r.Text("Ipv6CidrBlock"))?.EndsWith("/0", StringComparison.Ordinal) == true
            && OpenForAdministration.Ports.Any(port => Includes(r, port))).Select(r => r.At(r.Has("CidrBlock") ? "CidrBlock" : "Ipv6CidrBlock"));

    // -1 is every protocol, 6 TCP; the ports of every protocol are all of them.
    private static bool Includes(TemplateResource entry, int port) => entry.Text("Protocol") switch
    {
        "-1" => true,
        "6" => Number(entry.Find("PortRange.From")) <= port && port <= Number(entry.Find("PortRange.To")),
        _ => false,
    };

    private static int? Number(ConfigNode? node) =>
        node is ScalarNode scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
