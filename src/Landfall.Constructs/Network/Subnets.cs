using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Network;

/// <summary>Public and private subnets with their routes, in a new VPC or in one that exists.</summary>
internal static class Subnets
{
    /// <summary>Creates a VPC and its subnets.</summary>
    /// <param name="stack">The network stack.</param>
    /// <returns>The network.</returns>
    public static NetworkTier InNewVpc(LandfallStack stack)
    {
        var network = stack.Plan.Network;
        var vpc = new CfnVPC(stack, "Vpc", new CfnVPCProps
        {
            CidrBlock = network.Cidr,
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            Tags = Name(stack.Plan.Prefix),
        });
        if (Keeps(stack.Plan))
        {
            stack.Protect(vpc);
        }

        var subnets = network.Zones.Select((zone, i) => new SubnetPlan(SubnetBlocks.Public(network.Cidr, i), zone, Public: true))
            .Concat(network.Zones.Select((zone, i) => new SubnetPlan(SubnetBlocks.Private(network.Cidr, i), zone, Public: false)));
        var gateway = InternetGateway(stack, vpc.Ref);
        return Create(stack, vpc.Ref, network.Cidr, gateway, [.. subnets]);
    }

    /// <summary>Adds subnets to a VPC that exists.</summary>
    /// <param name="stack">The network stack.</param>
    /// <param name="import">The VPC and the subnets that there is room for.</param>
    /// <returns>The network.</returns>
    public static NetworkTier InImportedVpc(LandfallStack stack, ImportedNetworkPlan import) =>
        Create(
            stack,
            import.VpcId,
            import.VpcCidr,
            import.InternetGatewayId is null ? InternetGateway(stack, import.VpcId) : (import.InternetGatewayId, null),
            import.Subnets);

    private static NetworkTier Create(
        LandfallStack stack, string vpc, string cidr, (string Id, CfnVPCGatewayAttachment? Attachment) gateway, IReadOnlyList<SubnetPlan> subnets)
    {
        var open = PublicSubnets(stack, vpc, gateway, [.. subnets.Where(s => s.Public)]);
        var (closed, tables) = PrivateSubnets(stack, vpc, [.. subnets.Where(s => !s.Public)]);
        NatGateways(stack, gateway.Attachment, open, tables);
        return new NetworkTier(vpc, cidr, [.. open.Select(s => s.Ref)], [.. closed.Select(s => s.Ref)], [.. tables.Select(t => t.Ref)]);
    }

    private static (string Id, CfnVPCGatewayAttachment? Attachment) InternetGateway(LandfallStack stack, string vpc)
    {
        var gateway = new CfnInternetGateway(stack, "InternetGateway", new CfnInternetGatewayProps { Tags = Name(stack.Plan.Prefix) });
        var attachment = new CfnVPCGatewayAttachment(stack, "InternetGatewayAttachment", new CfnVPCGatewayAttachmentProps
        {
            VpcId = vpc,
            InternetGatewayId = gateway.Ref,
        });
        return (gateway.Ref, attachment);
    }

    private static List<CfnSubnet> PublicSubnets(
        LandfallStack stack, string vpc, (string Id, CfnVPCGatewayAttachment? Attachment) gateway, IReadOnlyList<SubnetPlan> plans)
    {
        var table = new CfnRouteTable(stack, "PublicRoutes", new CfnRouteTableProps { VpcId = vpc, Tags = Name($"{stack.Plan.Prefix}-public") });
        var route = new CfnRoute(stack, "PublicDefaultRoute", new CfnRouteProps
        {
            RouteTableId = table.Ref,
            DestinationCidrBlock = "0.0.0.0/0",
            GatewayId = gateway.Id,
        });
        if (gateway.Attachment is not null)
        {
            route.AddResourceDependency(gateway.Attachment);
        }

        return [.. plans.Select((plan, i) => Subnet(stack, vpc, table, plan, $"Public{i + 1}"))];
    }

    private static (List<CfnSubnet> Subnets, List<CfnRouteTable> Tables) PrivateSubnets(LandfallStack stack, string vpc, IReadOnlyList<SubnetPlan> plans)
    {
        var subnets = new List<CfnSubnet>();
        var tables = new List<CfnRouteTable>();
        foreach (var (plan, number) in plans.Select((plan, i) => (plan, i + 1)))
        {
            var table = new CfnRouteTable(stack, $"Private{number}Routes", new CfnRouteTableProps
            {
                VpcId = vpc,
                Tags = Name($"{stack.Plan.Prefix}-private-{number}"),
            });
            tables.Add(table);
            subnets.Add(Subnet(stack, vpc, table, plan, $"Private{number}"));
        }

        return (subnets, tables);
    }

    private static CfnSubnet Subnet(LandfallStack stack, string vpc, CfnRouteTable table, SubnetPlan plan, string id)
    {
        var subnet = new CfnSubnet(stack, id, new CfnSubnetProps
        {
            VpcId = vpc,
            CidrBlock = plan.Cidr,
            AvailabilityZone = plan.Zone,
            MapPublicIpOnLaunch = false,
            Tags = Name($"{stack.Plan.Prefix}-{(plan.Public ? "public" : "private")}-{plan.Zone}"),
        });
        if (!plan.Public && Keeps(stack.Plan))
        {
            stack.Protect(subnet);
        }

        // Named zones stay where they are when AWS opens another one in the region; Fn::GetAZs would reshuffle them.
        stack.Accept(subnet, "CloudFormation-Validate::W3010", "Named zones stay where they are.");
        subnet.AddMetadata("cfn-lint", new Dictionary<string, object>
        {
            ["config"] = new Dictionary<string, object> { ["ignore_checks"] = new[] { "W3010" } },
        });
        _ = new CfnSubnetRouteTableAssociation(stack, $"{id}Association", new CfnSubnetRouteTableAssociationProps
        {
            SubnetId = subnet.Ref,
            RouteTableId = table.Ref,
        });
        return subnet;
    }

    private static void NatGateways(
        LandfallStack stack, CfnVPCGatewayAttachment? attachment, IReadOnlyList<CfnSubnet> open, IReadOnlyList<CfnRouteTable> tables)
    {
        var gateways = new List<CfnNatGateway>();
        for (var i = 0; i < Count(stack.Plan.Network.Nat, tables.Count); i++)
        {
            var address = new CfnEIP(stack, $"NatAddress{i + 1}", new CfnEIPProps { Domain = "vpc", Tags = Name($"{stack.Plan.Prefix}-nat-{i + 1}") });
            if (attachment is not null)
            {
                address.AddResourceDependency(attachment);
            }

            gateways.Add(new CfnNatGateway(stack, $"Nat{i + 1}", new CfnNatGatewayProps
            {
                SubnetId = open[i].Ref,
                AllocationId = address.AttrAllocationId,
                Tags = Name($"{stack.Plan.Prefix}-nat-{i + 1}"),
            }));
        }

        for (var i = 0; gateways.Count > 0 && i < tables.Count; i++)
        {
            _ = new CfnRoute(stack, $"Private{i + 1}DefaultRoute", new CfnRouteProps
            {
                RouteTableId = tables[i].Ref,
                DestinationCidrBlock = "0.0.0.0/0",
                NatGatewayId = gateways[Math.Min(i, gateways.Count - 1)].Ref,
            });
        }
    }

    /// <summary>Whether the private subnets outlive the stack, because a retained database or file system stands in them.</summary>
    private static bool Keeps(AppPlan plan) => plan.Protect && (plan.Databases.Count > 0 || plan.FileSystems.Count > 0);

    private static int Count(NatMode nat, int zones) => nat switch
    {
        NatMode.None => 0,
        NatMode.One => 1,
        _ => zones,
    };

    private static CfnTag[] Name(string name) => [new CfnTag { Key = "Name", Value = name }];
}
