using Amazon.CDK.AWS.EC2;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Network;

/// <summary>
/// VPC endpoints. The gateway ones are free and always there; the interface ones cost by the hour, so only those come
/// that the plan needs, and only where there is no NAT. Source: Amazon ECS Developer Guide, "Amazon ECS interface VPC
/// endpoints".
/// </summary>
internal static class Endpoints
{
    /// <summary>Creates the endpoints of an environment.</summary>
    /// <param name="stack">The network stack.</param>
    /// <param name="network">The network.</param>
    /// <param name="tasks">The security group that all tasks have in common.</param>
    public static void Create(LandfallStack stack, NetworkTier network, string tasks)
    {
        Gateway(stack, network, "s3");
        if (stack.Plan.Tables.Count > 0)
        {
            Gateway(stack, network, "dynamodb");
        }

        if (stack.Plan.Network.Nat == NatMode.None && stack.Plan.Services.Any(s => s is ContainerServicePlan))
        {
            Interfaces(stack, network, tasks);
        }
    }

    private static void Gateway(LandfallStack stack, NetworkTier network, string service) =>
        _ = new CfnVPCEndpoint(stack, $"{Id(service)}Endpoint", new CfnVPCEndpointProps
        {
            VpcId = network.VpcId,
            ServiceName = stack.Names.Region.GatewayEndpoint(service),
            VpcEndpointType = "Gateway",
            RouteTableIds = [.. network.PrivateRouteTables],
        });

    private static void Interfaces(LandfallStack stack, NetworkTier network, string tasks)
    {
        var existing = stack.Plan.Network.Import?.Endpoints ?? [];
        var needed = EndpointNeeds.Of(stack.Plan).ToList();
        foreach (var securityGroup in existing.Where(endpoint => needed.Contains(endpoint.Service)).Select(endpoint => endpoint.SecurityGroup).Distinct())
        {
            Admit(stack, $"EndpointsOf{ConstructId.From(securityGroup)}", securityGroup, tasks);
        }

        var missing = needed.Except(existing.Select(endpoint => endpoint.Service)).ToList();
        if (missing.Count > 0)
        {
            Add(stack, network, tasks, missing);
        }
    }

    private static void Add(LandfallStack stack, NetworkTier network, string tasks, IReadOnlyList<string> services)
    {
        var group = new CfnSecurityGroup(stack, "EndpointSecurityGroup", new CfnSecurityGroupProps
        {
            GroupDescription = "VPC endpoints: HTTPS from tasks",
            VpcId = network.VpcId,
            SecurityGroupEgress = NoEgress.Rules,
        });
        Admit(stack, "EndpointsFromTasks", group.AttrGroupId, tasks);
        foreach (var service in services)
        {
            _ = new CfnVPCEndpoint(stack, $"{Id(service)}Endpoint", new CfnVPCEndpointProps
            {
                VpcId = network.VpcId,
                ServiceName = stack.Names.Region.InterfaceEndpoint(service),
                VpcEndpointType = "Interface",
                PrivateDnsEnabled = true,
                SubnetIds = [.. network.PrivateSubnets],
                SecurityGroupIds = [group.AttrGroupId],
            });
        }
    }

    private static void Admit(LandfallStack stack, string id, string group, string tasks) =>
        _ = new CfnSecurityGroupIngress(stack, id, new CfnSecurityGroupIngressProps
        {
            GroupId = group,
            IpProtocol = "tcp",
            FromPort = 443,
            ToPort = 443,
            SourceSecurityGroupId = tasks,
            Description = "HTTPS from tasks",
        });

    private static string Id(string service) => string.Concat(service.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
