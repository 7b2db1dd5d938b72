using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Ec2;
using Landfall.Operations.Status;

namespace Landfall.Operations.Drifting;

/// <summary>
/// Finds whom the environment's security groups let in without a rule that was deployed. CloudFormation does not: "Only resource
/// properties explicitly defined in the stack template are checked" (StackResourceDrift), and rules are resources beside their group.
/// </summary>
internal static class AddedIngress
{
    private const string GroupType = "AWS::EC2::SecurityGroup";
    private const string RuleType = "AWS::EC2::SecurityGroupIngress";

    /// <summary>The groups whose rules are all resources of their own.</summary>
    /// <param name="stacks">The stacks that were compared.</param>
    /// <returns>Stack and resource of each group.</returns>
    public static IReadOnlyList<(string Stack, StackResource Group)> Groups(IEnumerable<StackDrift> stacks) =>
    [
        .. from stack in stacks
           from resource in stack.Resources
           where resource.Type == GroupType && stack.Stack.Template["Resources"]?[resource.LogicalId]?["Properties"]?["SecurityGroupIngress"] is null
           select (stack.Stack.Name, resource),
    ];

    /// <summary>Finds them.</summary>
    /// <param name="stacks">The stacks that were compared.</param>
    /// <param name="actual">The rules that the groups have.</param>
    /// <returns>The groups that have more.</returns>
    public static IEnumerable<DriftedResource> Of(IReadOnlyList<StackDrift> stacks, IReadOnlyList<IngressRule> actual)
    {
        var expected = stacks.SelectMany(stack => stack.Compared).Where(resource => resource.Type == RuleType).Select(ExpectedOf).ToHashSet();
        return
            from found in Groups(stacks)
            let added = actual.Where(rule => rule.Group == found.Group.PhysicalId && !expected.Contains(rule)).Select(Words).ToList()
            where added.Count > 0
            select new DriftedResource(found.Stack, found.Group.LogicalId, GroupType, found.Group.PhysicalId, false, [.. added.Select(rule => DriftedProperty.Added("Ingress", rule))]);
    }

    /// <summary>Why added rules cannot be told from deployed ones; null where they can.</summary>
    /// <param name="stacks">The stacks that were compared.</param>
    /// <returns>The reason.</returns>
    public static UnreadPart? NotTold(IReadOnlyList<StackDrift> stacks)
    {
        var wanted = stacks.Sum(stack => stack.Resources.Count(resource => resource.Type == RuleType));
        var told = stacks.Sum(stack => stack.Compared.Count(resource => resource.Type == RuleType && resource.Expected is not null));
        return wanted == told ? null : new UnreadPart("rules added to security groups", $"CloudFormation has told {told} of {wanted} rules that were deployed, so that others cannot be told from them.");
    }

    private static IngressRule? ExpectedOf(ResourceDrift rule)
    {
        if (rule.Expected is null || JsonNode.Parse(rule.Expected) is not JsonObject said)
            return null;
        var peer = said["CidrIp"] ?? said["CidrIpv6"] ?? said["SourceSecurityGroupId"] ?? said["SourcePrefixListId"];
        return new IngressRule($"{said["GroupId"]}", $"{said["IpProtocol"]}", Port(said["FromPort"]), Port(said["ToPort"]), $"{peer}");
    }

    private static int Port(JsonNode? port) => int.TryParse(port?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Words(IngressRule rule)
    {
        var ports = (rule.From, rule.To) switch
        {
            (-1, _) => "all ports",
            var (from, to) when from == to => $"port {from}",
            var (from, to) => $"ports {from} to {to}",
        };
        return $"{ports} ({(rule.Protocol == "-1" ? "any protocol" : rule.Protocol)}) from {rule.Peer}";
    }
}
