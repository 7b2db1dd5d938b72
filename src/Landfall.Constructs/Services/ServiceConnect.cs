using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Tasks;
using Landfall.Constructs.Traffic;
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
        if (port is null && service.Uses.All(use => use.Kind is not (UseKind.Service or UseKind.Telemetry)))
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
            Services = port is null ? null : new object[] { Offer(stack.Plan, service, port.Value) },
        };
    }

    /// <remarks>
    /// Without a timeout of its own the proxy cuts every request after 15 seconds (Amazon ECS Developer Guide, "Service Connect
    /// concepts"); 0 means none (ECS API Reference, TimeoutConfiguration). Over TCP there are no requests, and ECS takes none.
    /// </remarks>
    private static ServiceConnectServiceProperty Offer(AppPlan plan, ContainerServicePlan service, int port) => new()
    {
        Timeout = new TimeoutConfigurationProperty
        {
            IdleTimeoutSeconds = RequestTimeouts.OfProxy(plan, service).TotalSeconds,
            PerRequestTimeoutSeconds = ServicePorts.ProtocolOf(service) == PortProtocol.Tcp
                ? null
                : RequestTimeouts.Of(service)!.Request?.TotalSeconds ?? 0,
        },
        PortName = ContainerDefinitions.PortName,
        DiscoveryName = DiscoveryName(service.Name),
        ClientAliases = new object[] { new ServiceConnectClientAliasProperty { DnsName = service.Name, Port = port } },
    };
}
