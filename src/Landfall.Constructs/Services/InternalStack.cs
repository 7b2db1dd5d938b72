using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Services;

/// <summary>A service that only services of the same environment reach.</summary>
public class InternalStack : ServiceStack
{
    /// <summary>Creates the stack of an internal service.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The service.</param>
    public InternalStack(LandfallApp app, InternalServicePlan service)
        : base(app, service, service.Scale, service.Deploy, service.Alarms, RouteOf(app, service))
    {
        if (service.LoadBalancer)
        {
            PrivateDns.OfLoadBalancer(this, service.Name);
        }
    }

    /// <summary>The name of a service behind the internal load balancer.</summary>
    internal static string HostOf(ResourceNames names, string service) => $"lb.{service}.{names.Namespace}";

    private static Route? RouteOf(LandfallApp app, InternalServicePlan service) => service.LoadBalancer
        ? Route.Of(app.Plan, service, HostOf(app.Names, service.Name))
        : null;
}
