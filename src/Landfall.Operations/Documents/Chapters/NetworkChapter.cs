using Landfall.Config.Plan;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>The network: its subnets, and what is open from where, by the templates.</summary>
internal static class NetworkChapter
{
    private const string Everything = "the internet";

    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment)
    {
        var plan = environment.Plan.Network;
        var resources = environment.Resources;
        var zones = plan.Zones.Count > 0 ? $", in the zones {string.Join(", ", plan.Zones)}" : "";
        return new Chapter("network", "Network", [
            new Paragraph($"{(plan.Import is { } import ? $"Subnets of its own in the network {import.VpcId} ({import.VpcCidr}), which was there before" : $"A network of its own, {plan.Cidr}")}{zones}. "
                + $"{Nat(plan.Nat)} Traffic is {(plan.FlowLogs ? FormattableString.Invariant($"recorded, and the records are kept {plan.LogDays} days") : "not recorded")}."),
            new Grid(["Subnet", "Zone", "Addresses", "Way to the internet"], [.. resources.OfType("AWS::EC2::Subnet").Select(subnet => Subnet(environment, subnet))]),
            new Subheading("What is open, and from where"),
            new Paragraph("Nothing else is admitted by the security groups of the environment."),
            new Grid(["To", "Port", "From", "Why"], [.. Openings(environment)]),
            new Subheading("What answers the internet"),
            .. Public(environment),
            new Subheading("AWS's services without the internet"),
            .. Endpoints(environment),
        ]);
    }

    private static string Nat(NatMode nat) => nat switch
    {
        NatMode.None => "Private subnets have no way to the internet.",
        NatMode.One => "Private subnets reach the internet through one NAT gateway.",
        _ => "Private subnets reach the internet through a NAT gateway in each zone.",
    };

    private static IReadOnlyList<Phrase> Subnet(DocumentedEnvironment environment, EvaluatedResource subnet)
    {
        var id = Token.Of(subnet.Stack, subnet.LogicalId, null, null);
        var tables = environment.Resources.OfType("AWS::EC2::SubnetRouteTableAssociation").Where(one => Words.Text(one.Properties["SubnetId"]) == id).Select(one => Words.Text(one.Properties["RouteTableId"]));
        var routes = environment.Resources.OfType("AWS::EC2::Route").Where(route => tables.Contains(Words.Text(route.Properties["RouteTableId"]))).ToList();
        var way = routes.Exists(route => route.Properties["GatewayId"] is not null) ? "both ways, through the internet gateway"
            : routes.Exists(route => route.Properties["NatGatewayId"] is not null) ? "outwards, through NAT" : "none";
        return [subnet.LogicalId, Words.Text(subnet.Properties["AvailabilityZone"]) ?? "", Words.Text(subnet.Properties["CidrBlock"]) ?? "", way];
    }

    private static IEnumerable<IReadOnlyList<Phrase>> Openings(DocumentedEnvironment environment)
    {
        foreach (var group in environment.Resources.OfType("AWS::EC2::SecurityGroup"))
        {
            foreach (var rule in Words.Each(group.Properties["SecurityGroupIngress"]))
                yield return [Group(environment, Token.Of(group.Stack, group.LogicalId, "GroupId", null)), Ports(rule), From(environment, rule), Words.Text(rule["Description"]) ?? ""];
        }

        foreach (var rule in environment.Resources.OfType("AWS::EC2::SecurityGroupIngress").Select(rule => rule.Properties))
            yield return [Group(environment, Words.Text(rule["GroupId"]) ?? ""), Ports(rule), From(environment, rule), Words.Text(rule["Description"]) ?? ""];
    }

    private static string Ports(System.Text.Json.Nodes.JsonNode rule)
    {
        var protocol = Words.Text(rule["IpProtocol"]) ?? "";
        var (from, to) = (Words.Text(rule["FromPort"]), Words.Text(rule["ToPort"]));
        return protocol == "-1" ? "all" : from is null ? protocol : $"{protocol} {from}{(to == from ? "" : $" to {to}")}";
    }

    private static string From(DocumentedEnvironment environment, System.Text.Json.Nodes.JsonNode rule) =>
        Words.Text(rule["CidrIp"]) is { } four ? four == "0.0.0.0/0" ? Everything : four
        : Words.Text(rule["CidrIpv6"]) is { } six ? six == "::/0" ? $"{Everything} (IPv6)" : six
        : Words.Text(rule["SourcePrefixListId"]) is { } list ? list == environment.Plan.CdnPrefixList ? "CloudFront" : $"the addresses of list {list}"
        : Words.Text(rule["SourceSecurityGroupId"]) is { } group ? Group(environment, group)
        : "what only AWS knows";

    /// <summary>A security group by what it says of itself.</summary>
    private static string Group(DocumentedEnvironment environment, string value) =>
        environment.Find(value) is { } group ? Words.Text(group.Properties["GroupDescription"]) ?? group.LogicalId : value;

    private static IEnumerable<Block> Public(DocumentedEnvironment environment)
    {
        List<Phrase> open =
        [
            .. environment.Resources.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").Where(one => Words.Text(one.Properties["Scheme"]) == "internet-facing")
                .Select(one => (Phrase)$"the load balancer {Words.Text(one.Properties["Name"]) ?? one.LogicalId}, on {string.Join(" and ", Listeners(environment, one))}"),
            .. environment.Resources.OfType("AWS::CloudFront::Distribution").Select(one => (Phrase)$"the CDN {Words.Text(one.Properties["DistributionConfig"]?["Comment"]) ?? one.LogicalId}"),
            .. environment.Resources.OfType("AWS::Cognito::UserPoolDomain").Select(_ => (Phrase)"the sign-in pages of Amazon Cognito"),
        ];
        return open.Count > 0 ? [new Items(open)] : [new Paragraph("Nothing.")];
    }

    private static IEnumerable<string> Listeners(DocumentedEnvironment environment, EvaluatedResource balancer) =>
        environment.Resources.OfType("AWS::ElasticLoadBalancingV2::Listener")
            .Where(listener => Words.Text(listener.Properties["LoadBalancerArn"]) == Token.Of(balancer.Stack, balancer.LogicalId, null, null))
            .Select(listener => $"port {Words.Text(listener.Properties["Port"])} ({Words.Text(listener.Properties["Protocol"])})");

    private static IEnumerable<Block> Endpoints(DocumentedEnvironment environment)
    {
        var endpoints = environment.Resources.OfType("AWS::EC2::VPCEndpoint").Select(one => (Words.Text(one.Properties["ServiceName"]) ?? one.LogicalId).Split('.', 4)[^1])
            .Concat(environment.Plan.Network.Import?.Endpoints.Select(one => $"{one.Service} (there before)") ?? []).ToList();
        return endpoints.Count > 0 ? [new Paragraph($"Through endpoints in the network: {string.Join(", ", endpoints)}.")] : [new Paragraph("None.")];
    }
}
