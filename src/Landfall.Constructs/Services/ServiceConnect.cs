using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Tasks;
using static Amazon.CDK.AWS.ECS.CfnService;

namespace Landfall.Constructs.Services;

/// <summary>A service's part in Service Connect: what it offers, and that it calls others.</summary>
internal static class ServiceConnect
{
    /// <summary>
    /// The name in Cloud Map. It differs from the private DNS name's, because both are services of the one namespace.
    /// </summary>
    public static string DiscoveryName(string service) => AwsNames.Discovery(service);

    public static ServiceConnectConfigurationProperty? Of(LandfallStack stack, ContainerServicePlan service)
    {
        var port = ServicePorts.Of(service);
        if (port is null && service.Uses.All(use => use.Kind != UseKind.Service))
        {
            return null;
        }

        return new ServiceConnectConfigurationProperty
        {
            Enabled = true,
            Namespace = stack.Read(NetworkValues.NamespaceArn),
            LogConfiguration = new LogConfigurationProperty
            {
                LogDriver = "awslogs",
                Options = ContainerDefinitions.Logs(stack, service, "service-connect").Options,
            },
            Services = port is null ? null : new object[] { Offer(service, port.Value) },
        };
    }

    private static ServiceConnectServiceProperty Offer(ContainerServicePlan service, int port) => new()
    {
        PortName = ContainerDefinitions.PortName,
        DiscoveryName = DiscoveryName(service.Name),
        ClientAliases = new object[] { new ServiceConnectClientAliasProperty { DnsName = service.Name, Port = port } },
    };
}
