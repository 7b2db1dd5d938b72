using Amazon.CDK.AWS.ServiceDiscovery;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Services;

/// <summary>Names in the environment's private DNS namespace.</summary>
internal static class PrivateDns
{
    /// <summary>A name that ECS points at the running tasks: <c>service.environment.app.local</c>.</summary>
    public static CfnService OfTasks(LandfallStack stack, string service) => new(stack, "PrivateDns", new CfnServiceProps
    {
        Name = service,
        Description = $"Tasks of {service}",
        NamespaceId = stack.Read(NetworkValues.NamespaceId),
        DnsConfig = Records("MULTIVALUE", 10),
        HealthCheckCustomConfig = new CfnService.HealthCheckCustomConfigProperty { FailureThreshold = 1 },
    });

    /// <summary>A name for the internal load balancer, which routes by it.</summary>
    public static void OfLoadBalancer(LandfallStack stack, string service)
    {
        var name = new CfnService(stack, "BalancedDns", new CfnServiceProps
        {
            Name = $"lb.{service}",
            Description = $"Internal load balancer in front of {service}",
            NamespaceId = stack.Read(NetworkValues.NamespaceId),
            DnsConfig = Records("WEIGHTED", 60),
        });
        _ = new CfnInstance(stack, "BalancedDnsAlias", new CfnInstanceProps
        {
            ServiceId = name.AttrId,
            InstanceId = "load-balancer",
            InstanceAttributes = new Dictionary<string, object>
            {
                ["AWS_ALIAS_DNS_NAME"] = stack.Read(EdgeValues.InternalDnsName),
            },
        });
    }

    private static CfnService.DnsConfigProperty Records(string policy, int seconds) => new()
    {
        RoutingPolicy = policy,
        DnsRecords = new object[] { new CfnService.DnsRecordProperty { Type = "A", Ttl = seconds } },
    };
}
