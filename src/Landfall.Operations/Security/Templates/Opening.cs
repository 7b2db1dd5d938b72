using System.Globalization;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>What a security group lets every address of the internet do.</summary>
/// <param name="First">The first port.</param>
/// <param name="Last">The last port.</param>
/// <param name="All">True for every protocol.</param>
/// <param name="Spot">Where that is said.</param>
internal sealed record Opening(int First, int Last, bool All, Spot Spot)
{
    /// <summary>The edits after which it is open to the group's own network, or to nobody; none where neither is known to be right.</summary>
    public IReadOnlyList<Edit> Closing { get; init; } = [];

    /// <summary>The openings of a template's groups.</summary>
    /// <param name="template">The template.</param>
    /// <returns>The openings.</returns>
    public static IEnumerable<Opening> Of(Template template) =>
        template.OfType("AWS::EC2::SecurityGroup").SelectMany(r => r.Items("SecurityGroupIngress").Select(rule => Of(template, r, rule, "SecurityGroupIngress")))
            .Concat(template.OfType("AWS::EC2::SecurityGroupIngress").Select(r => Of(template, r, r.Properties, null))).OfType<Opening>();

    /// <summary>True where a port is open.</summary>
    public bool Includes(int port) => !All && First <= port && port <= Last;

    private static Opening? Of(Template template, TemplateResource resource, ConfigNode rule, string? list)
    {
        var key = IsWorld(resource.Text(rule, "CidrIp")) ? "CidrIp" : IsWorld(resource.Text(rule, "CidrIpv6")) ? "CidrIpv6" : null;
        var protocol = resource.Text(rule, "IpProtocol")?.ToLowerInvariant();
        if (key is null || protocol is null or "icmp" or "icmpv6" or "1" or "58")
            return null;
        var first = Port(resource.Find(rule, "FromPort"), 0);
        var last = Port(resource.Find(rule, "ToPort"), 65535);
        if (first is null || last is null)
            return null; // only the deployment knows
        var spot = new Spot(rule.LineOf(key, list is null ? resource.Line : rule.Mark.Line), list is null ? $"{resource.Id}/{key}" : $"{resource.Id}/{list}");
        var all = protocol is "-1" or "all";
        return new Opening(first.Value, last.Value, all || (first <= 0 && last >= 65535), spot) { Closing = OpeningFix.Of(template, resource, rule, key) };
    }

    private static int? Port(ConfigNode? node, int otherwise) =>
        node is null or ScalarNode { Text: "-1" } ? otherwise : node is ScalarNode scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port) ? port : null;

    private static bool IsWorld(string? block) => block is not null && (block.EndsWith("/0", StringComparison.Ordinal));
}
