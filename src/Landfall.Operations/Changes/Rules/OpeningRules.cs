using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>What opens the network.</summary>
internal static class OpeningRules
{
    private const string Topic = "Openings";
    private const string Rules = "Amazon VPC, Security group rules";
    private const string Group = "AWS::EC2::SecurityGroup";
    private const string Nat = "NatGatewayId";
    private static readonly string[] Ways =
    [
        "GatewayId", Nat, "EgressOnlyInternetGatewayId", "VpcPeeringConnectionId", "TransitGatewayId", "CarrierGatewayId", "LocalGatewayId", "CoreNetworkArn",
        "InstanceId", "NetworkInterfaceId", "VpcEndpointId",
    ];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "A wider block, more ports, another protocol or another peer in a security group", EffectKind.Network, "Somebody can come, or get out, who could not.",
            Rules, [Group, "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"], Wider),
        new(Topic, "Everyone, no longer let in by a security group, as where all goes through the CDN", EffectKind.Interrupts, "Whoever calls directly is cut off.",
            "Amazon CloudFront, Use the CloudFront managed prefix list", ["AWS::EC2::SecurityGroupIngress"], Narrower),
        new(Topic, "More security groups on something that runs", EffectKind.Network, "It admits whom they admit, too.",
            Rules, [], MoreGroups),
        new(Topic, "A public address", EffectKind.Network, "It can be reached from the internet, as far as its security group admits it.",
            "Amazon ECS, AwsVpcConfiguration, assignPublicIp; Amazon RDS, PubliclyAccessible; Amazon VPC, MapPublicIpOnLaunch", [], PublicAddress),
        new(Topic, "An internal load balancer, made public", EffectKind.Network, "It can be reached from the internet.",
            "Elastic Load Balancing, CreateLoadBalancer, Scheme", ["AWS::ElasticLoadBalancingV2::LoadBalancer"], PublicBalancer),
        new(Topic, "`nat`, or a route to the internet or to another network", EffectKind.Network, "There is a way that there was not.",
            "Amazon VPC, Route tables", ["AWS::EC2::Route"], NewRoute),
        new(Topic, "Encryption on the way, no longer demanded", EffectKind.Network, "Requests go in plain text.",
            "Amazon CloudFront, ViewerProtocolPolicy; Elastic Load Balancing, Protocol", ["AWS::CloudFront::Distribution", "AWS::ElasticLoadBalancingV2::Listener"], PlainText),
        new(Topic, "A bucket's block on public access, off", EffectKind.Network, "A policy or an ACL could make it public.",
            "Amazon S3, Blocking public access to your Amazon S3 storage", ["AWS::S3::Bucket"], PublicBucket),
        new(Topic, "A network ACL that admits more", EffectKind.Network, "Somebody can come, or get out, who could not.",
            "Amazon VPC, Network ACL rules", ["AWS::EC2::NetworkAclEntry"], AclEntry),
    ];

    private static IEnumerable<Finding> Wider(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.After is null)
            yield break;
        var groups = Groups(resource.Type, resource.Stack, resource.LogicalId, resource.After.Properties).Select(Token.Stable).ToList();
        var before = environment.Running.Resources(resource.Stack).Values
            .Where(r => r.LogicalId == resource.LogicalId || Groups(r.Type, r.Stack, r.LogicalId, r.Properties).Any(groups.Contains))
            .SelectMany(r => Openings(r.Type, r.Properties)).ToList();
        foreach (var (direction, after) in Openings(resource.After.Type, resource.After.Properties))
        {
            if (before.Any(b => b.Direction == direction && b.Opening.Covers(after)))
                continue;
            var group = resource.IsText("GroupId");
            var isNew = resource.Action == ResourceAction.Add && (resource.Type == Group || IsNew(group, environment) || IsNew(after.Peer, environment));
            yield return new Finding($"{(direction == "in" ? "Lets in" : "Lets out")} at {Subject.Plain(group ?? resource.LogicalId)}: {after.For(direction == "in" ? "from" : "to")}.") { Harms = !isNew };
        }
    }

    private static IEnumerable<Finding> Narrower(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource is not { Before: { } before, After: { } after, Action: ResourceAction.Modify or ResourceAction.Replace } || resource.Differs("GroupId"))
            yield break;
        var now = Opening.Read(after.Properties).ToList();
        foreach (var was in Opening.Read(before.Properties).Where(o => o.Peer == Opening.Everyone && !now.Any(n => n.Covers(o))))
        {
            var others = string.Join(" and ", now.Select(n => n.For("from")));
            yield return new Finding($"No longer lets in at {Subject.Plain(resource.IsText("GroupId") ?? resource.LogicalId)}: {was.For("from")}; only {others}. Who calls directly, and not through the CDN, is cut off.");
        }
    }

    /// <summary>The security group that something is or belongs to, as other resources name it.</summary>
    private static IEnumerable<string> Groups(string type, string stack, string logicalId, JsonObject properties) => type switch
    {
        Group => [Token.Of(stack, logicalId, null, null), Token.Of(stack, logicalId, "GroupId", null)],
        "AWS::EC2::SecurityGroupIngress" or "AWS::EC2::SecurityGroupEgress" => Scalars.Texts(properties["GroupId"]),
        _ => [],
    };

    private static bool IsNew(string? value, EnvironmentComparison environment) =>
        value is not null && Token.In(value).ToList() is { Count: > 0 } tokens
        && tokens.All(t => environment.Resources.Any(r => r.Stack == t.Stack && r.LogicalId == t.LogicalId && r.Action == ResourceAction.Add));

    private static IEnumerable<(string Direction, Opening Opening)> Openings(string type, JsonObject properties)
    {
        // "If no egress rule is specified, all outbound traffic is allowed": a group without a list lets everything out.
        return type switch
        {
            Group =>
            [
                .. (properties["SecurityGroupIngress"] as JsonArray ?? []).SelectMany(r => Opening.Read(r!)).Select(o => ("in", o)),
                .. properties["SecurityGroupEgress"] is JsonArray egress
                    ? egress.SelectMany(r => Opening.Read(r!)).Select(o => ("out", o))
                    : [("out", new Opening("0.0.0.0/0", "-1", -1, -1))],
            ],
            "AWS::EC2::SecurityGroupIngress" => Opening.Read(properties).Select(o => ("in", o)),
            "AWS::EC2::SecurityGroupEgress" => Opening.Read(properties).Select(o => ("out", o)),
            _ => [],
        };
    }

    private static IEnumerable<Finding> MoreGroups(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        foreach (var path in new[] { "VPCSecurityGroups", "VpcSecurityGroupIds", "SecurityGroups", "SecurityGroupIds", "NetworkConfiguration/AwsvpcConfiguration/SecurityGroups", "VpcConfig/SecurityGroupIds" })
        {
            var more = Scalars.Texts(resource.Is(path)).Except(Scalars.Texts(resource.Was(path))).ToList();

            // One in the place of another that goes: what it admits is said of the group itself.
            if (more.Count > Scalars.Texts(resource.Was(path)).Except(Scalars.Texts(resource.Is(path))).Count())
                yield return new Finding($"The {Subject.Of(resource)} admits whom {Subject.Plain(string.Join(", ", more))} admits, too.") { Certainty = Certainty.Possible };
        }
    }

    private static IEnumerable<Finding> PublicAddress(ComparedResource resource, EnvironmentComparison environment)
    {
        (string Path, string Public)[] switches =
            [("PubliclyAccessible", "true"), ("MapPublicIpOnLaunch", "true"), ("NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp", "ENABLED")];
        foreach (var (path, open) in switches)
        {
            if (resource.After is not null && resource.IsText(path) == open && resource.WasText(path) != open)
                yield return new Finding($"The {Subject.Of(resource)} gets a public address.") { Harms = resource.Before is not null };
        }
    }

    private static IEnumerable<Finding> PublicBalancer(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Internal = "internal"; // "The default is an internet-facing load balancer"
        if (resource.After is not null && resource.IsText("Scheme") != Internal && (resource.Before is null || resource.WasText("Scheme") == Internal))
            yield return new Finding($"The {Subject.Of(resource)} can be reached from the internet.") { Harms = resource.Before is not null };
    }

    private static IEnumerable<Finding> NewRoute(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.After is null)
            yield break;
        foreach (var way in Ways)
        {
            // Another NAT gateway in the place of one is another address, and no other way.
            var isKnown = way == Nat ? resource.WasText(Nat) is not null || resource.WasText("GatewayId") is not null : resource.IsText(way) == resource.WasText(way);
            if (resource.IsText(way) is { } target && !isKnown)
            {
                yield return new Finding($"There is a route from {Subject.Plain(resource.IsText("RouteTableId") ?? "")} to {resource.IsText("DestinationCidrBlock") ?? resource.IsText("DestinationIpv6CidrBlock")} through {Subject.Plain(target)}.")
                {
                    Harms = !(resource.Action == ResourceAction.Add && IsNew(resource.IsText("RouteTableId"), environment)),
                };
            }
        }
    }

    private static IEnumerable<Finding> PlainText(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action is not (ResourceAction.Modify or ResourceAction.Replace))
            yield break;
        if (resource.WasText("Protocol") == "HTTPS" && resource.IsText("Protocol") == "HTTP")
            yield return new Finding($"Requests to the {Subject.Of(resource)} go in plain text.");
        if (ToHttps(resource.Was("DefaultActions")) && !ToHttps(resource.Is("DefaultActions")))
            yield return new Finding($"Requests to the {Subject.Of(resource)} are no longer led to HTTPS: they may go in plain text.");
        foreach (var origin in Origins(resource.Is("DistributionConfig")).Where(o => o.Policy != "https-only" && Origins(resource.Was("DistributionConfig")).Any(b => b.Id == o.Id && b.Policy == "https-only")))
            yield return new Finding($"Requests of the {Subject.Of(resource)} to its origin '{origin.Id}' go in plain text.");
        var before = Behaviours(resource.Was("DistributionConfig")).ToDictionary(b => b.Pattern, b => b.Policy, StringComparer.Ordinal);
        foreach (var (pattern, policy) in Behaviours(resource.Is("DistributionConfig")).Where(b => b.Policy == "allow-all" && before.GetValueOrDefault(b.Pattern, "") != "allow-all"))
            yield return new Finding($"Requests to the {Subject.Of(resource)} for {pattern} may go in plain text.");
    }

    private static bool ToHttps(JsonNode? actions) =>
        (actions as JsonArray ?? []).Any(a => Scalars.Text(a?["Type"]) == "redirect" && Scalars.Text(a?["RedirectConfig"]?["Protocol"]) == "HTTPS");

    private static IEnumerable<(string Id, string Policy)> Origins(JsonNode? configuration) =>
        (configuration?["Origins"] as JsonArray ?? []).Where(o => o?["CustomOriginConfig"] is not null)
            .Select(o => (Scalars.Text(o!["Id"]) ?? "", Scalars.Text(o["CustomOriginConfig"]!["OriginProtocolPolicy"]) ?? ""));

    private static IEnumerable<(string Pattern, string Policy)> Behaviours(JsonNode? configuration) =>
        (configuration?["CacheBehaviors"] as JsonArray ?? []).Append(configuration?["DefaultCacheBehavior"]).OfType<JsonObject>()
            .Select(b => (Scalars.Text(b["PathPattern"]) ?? "everything else", Scalars.Text(b["ViewerProtocolPolicy"]) ?? "")).DistinctBy(b => b.Item1);

    private static IEnumerable<Finding> PublicBucket(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        var off = new[] { "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets" }
            .Where(k => resource.WasText($"PublicAccessBlockConfiguration/{k}") == "true" && resource.IsText($"PublicAccessBlockConfiguration/{k}") != "true").ToList();
        if (off.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} could be made public by a policy or an ACL ({string.Join(", ", off)} off).") { Certainty = Certainty.Possible };
    }

    private static IEnumerable<Finding> AclEntry(ComparedResource resource, EnvironmentComparison environment)
    {
        var opens = resource.After is not null && resource.IsText("RuleAction") == "allow" && (resource.Before is null || resource.Differences.Count > 0);
        var undenies = resource.Before is not null && resource.WasText("RuleAction") == "deny" && (resource.After is null || resource.Differences.Count > 0);
        if (opens || undenies)
        {
            yield return new Finding($"The network ACL {Subject.Plain(resource.IsText("NetworkAclId") ?? resource.WasText("NetworkAclId") ?? "")} admits more ({resource.LogicalId}).")
            {
                Harms = !(resource.Action == ResourceAction.Add && IsNew(resource.IsText("NetworkAclId"), environment)),
            };
        }
    }
}
