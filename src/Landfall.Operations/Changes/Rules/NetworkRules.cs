using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>The VPC, its subnets and routes.</summary>
internal static class NetworkRules
{
    private const string Topic = "The network";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`cidr` or `import` under stacks that run", null, "AWS refuses: other stacks stand in the VPC that runs, and would stay there.",
            "CloudFormation, AWS::EC2::VPC, CidrBlock; Amazon VPC, Delete your VPC", ["AWS::EC2::VPC", "AWS::EC2::Subnet"], OtherVpc),
        new(Topic, "A subnet's block that overlaps with one that runs", null, "AWS refuses: the new subnet is made before the old one goes, and their blocks conflict.",
            "Amazon VPC, Subnet CIDR blocks", ["AWS::EC2::Subnet"], Overlap),
        new(Topic, "`nat`, so that a route leads elsewhere", EffectKind.Interrupts, "Outgoing connections break, and later ones come from another address.",
            "Amazon VPC, Route tables", ["AWS::EC2::Route"], OtherRoute),
        new(Topic, "A VPC endpoint's subnets, fewer", EffectKind.Interrupts, "Connections through the zones that go break.",
            "AWS PrivateLink, Configure an interface endpoint", ["AWS::EC2::VPCEndpoint"], FewerZones),
        new(Topic, "An interface endpoint that would be replaced in its VPC", null, "AWS refuses: two endpoints of one VPC cannot both have the service's private name.",
            "AWS PrivateLink, Private DNS names", ["AWS::EC2::VPCEndpoint"], PrivateName),
    ];

    private static IEnumerable<Finding> OtherVpc(ComparedResource resource, EnvironmentComparison environment)
    {
        var moves = resource is { Action: ResourceAction.Replace, Type: "AWS::EC2::VPC", Certainty: Certainty.Certain }
            || (resource is { Action: ResourceAction.Replace, Type: "AWS::EC2::Subnet" } && resource.Differs("VpcId") && !IsReplaced("AWS::EC2::VPC", resource.Stack, environment))
            || (resource is { Action: ResourceAction.Delete, Type: "AWS::EC2::VPC" } && !environment.Stacks.Any(s => s.Name == resource.Stack && s.Action == StackAction.Delete));
        var others = environment.Running.Names.Where(n => n != resource.Stack && !environment.Stacks.Any(s => s.Name == n && s.Action == StackAction.Delete)).Order(StringComparer.Ordinal).ToList();
        if (moves && others.Count > 0)
        {
            yield return new Finding(
                $"The {Subject.Of(resource)} would be another one ({string.Join(", ", resource.Causes)}), and {string.Join(", ", others)} stand in the VPC that runs. "
                + "Put 'network.cidr' and 'network.import' back, or make a new environment and move to it.");
        }
    }

    private static bool IsReplaced(string type, string stack, EnvironmentComparison environment) =>
        environment.Resources.Any(r => r.Type == type && r.Stack == stack && r.Goes);

    private static IEnumerable<Finding> Overlap(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action is not (ResourceAction.Add or ResourceAction.Replace) || IsReplaced("AWS::EC2::VPC", resource.Stack, environment)
            || AddressBlock.Parse(resource.IsText("CidrBlock")) is not { } wanted)
        {
            yield break;
        }

        foreach (var other in environment.Running.Resources(resource.Stack).Values.Where(r => r.Type == "AWS::EC2::Subnet"))
        {
            if (AddressBlock.Parse(Scalars.Text(other.Properties["CidrBlock"])) is { } runs && wanted.Overlaps(runs)
                && System.Text.Json.Nodes.JsonNode.DeepEquals(other.Properties["VpcId"], resource.Is("VpcId")))
            {
                yield return new Finding(
                    $"The subnet {resource.LogicalId} would have the block {wanted.Text}, which conflicts with {runs.Text} of {other.LogicalId}, which runs. "
                    + "Put 'network' back, or make a new environment and move to it.");
            }
        }
    }

    private static IEnumerable<Finding> OtherRoute(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify)
            yield return new Finding($"The route to {resource.IsText("DestinationCidrBlock") ?? resource.IsText("DestinationIpv6CidrBlock") ?? "others"} ({resource.LogicalId}) leads elsewhere: outgoing connections break, and later ones may come from another address.") { Seconds = 5 };
    }

    private static IEnumerable<Finding> FewerZones(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && Scalars.Texts(resource.Was("SubnetIds")).Except(Scalars.Texts(resource.Is("SubnetIds"))).Any())
            yield return new Finding($"The {Subject.Of(resource)} leaves some of its subnets: connections through them break.") { Seconds = 60 };
    }

    private static IEnumerable<Finding> PrivateName(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource is { Action: ResourceAction.Replace, Certainty: Certainty.Certain } && resource.IsText("PrivateDnsEnabled") == "true"
            && resource.WasText("PrivateDnsEnabled") == "true" && !resource.Differs("VpcId") && !resource.Differs("ServiceName"))
        {
            yield return new Finding($"The {Subject.Of(resource)} would be made anew beside the one that has the service's private name. Take it out of the file, deploy, and put it back.");
        }
    }
}
