using Landfall.Config.Plan;

namespace Landfall.Constructs.Connections;

/// <summary>Which services listen, and where.</summary>
internal static class ServicePorts
{
    public static int? Of(ServicePlan service) => service switch
    {
        WebServicePlan web => web.Port,
        InternalServicePlan inner => inner.Port,
        _ => null,
    };

    /// <summary>What it speaks there; HTTP for one that does not listen.</summary>
    public static PortProtocol ProtocolOf(ServicePlan service) => service switch
    {
        WebServicePlan web => web.Protocol,
        InternalServicePlan inner => inner.Protocol,
        _ => PortProtocol.Http,
    };

    /// <summary>True when the service has a name of its own in private DNS.</summary>
    /// <remarks>
    /// With the strategies that shift traffic a DNS name would send callers to both versions at once, so only Service
    /// Connect, which ECS shifts too, leads to such a service.
    /// </remarks>
    public static bool HasDnsName(ServicePlan service) =>
        Of(service) is not null && service is ScaledServicePlan { Deploy.Strategy: DeployStrategy.Rolling };
}
