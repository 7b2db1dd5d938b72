using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Connections;

/// <summary>Under which URL a service reaches another one of its environment.</summary>
internal static class ServiceAddress
{
    /// <summary>
    /// Services that ECS keeps running call through Service Connect (<c>http://api:8080</c>). A job's tasks are started
    /// one by one and have no Service Connect, so they use private DNS, or the load balancer where there is no DNS name.
    /// </summary>
    public static string Of(LandfallStack stack, ServicePlan caller, string target)
    {
        var called = stack.Plan.Services.First(service => service.Name == target);
        if (caller is not JobServicePlan)
        {
            return Connect(called);
        }

        return ServicePorts.HasDnsName(called) ? Dns(stack, called) : Balanced(stack, called) ?? Dns(stack, called);
    }

    public static string Connect(ServicePlan called) => Url(called, called.Name);

    public static string Dns(LandfallStack stack, ServicePlan called) =>
        Url(called, $"{called.Name}.{stack.Names.Namespace}");

    /// <summary>Through the load balancer, or null when the service is behind none, or answers there to patterns of names only.</summary>
    public static string? Balanced(LandfallStack stack, ServicePlan called) => called switch
    {
        WebServicePlan web when stack.Plan.Domain is not null && PublicNames.Of(stack.Plan, web) is { } name => $"https://{name}",
        WebServicePlan when stack.Plan.Domain is null => $"http://{stack.Read(EdgeValues.DnsName)}",
        InternalServicePlan { LoadBalancer: true } => $"http://{BalancedName(stack, called.Name)}",
        _ => null,
    };

    /// <summary>The private DNS name that leads to the internal load balancer, which routes by it.</summary>
    public static string BalancedName(LandfallStack stack, string service) =>
        $"lb.{service}.{stack.Names.Namespace}";

    private static string Url(ServicePlan called, string host)
    {
        var port = ServicePorts.Of(called);
        return ServicePorts.ProtocolOf(called) == PortProtocol.Tcp ? $"tcp://{host}:{Text(port)}"
            : port == 80 ? $"http://{host}"
            : $"http://{host}:{Text(port)}";
    }

    private static string? Text(int? port) => port?.ToString(CultureInfo.InvariantCulture);
}
