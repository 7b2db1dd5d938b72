using Landfall.Config.Plan;

namespace Landfall.Constructs.Edge;

/// <summary>What of the edge a plan asks for.</summary>
internal static class EdgeNeeds
{
    public static bool Public(AppPlan plan) => plan.Services.Any(service => service is WebServicePlan);

    public static bool Internal(AppPlan plan) =>
        plan.Services.Any(service => service is InternalServicePlan { LoadBalancer: true });
}
