using Landfall.Config.Plan;

namespace Landfall.Operator.Sources;

/// <summary>How long a service may be about to start before that is a fault.</summary>
internal static class StartLimit
{
    // To place a task, give it an address and pull its image: most take one or two minutes, a large image some more. A judgement of ours; AWS promises none.
    private static readonly TimeSpan Placing = TimeSpan.FromMinutes(5);

    /// <summary>Works it out from what the service itself asks for.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The time to place a task, and that which its checks give it.</returns>
    public static TimeSpan Of(ContainerServicePlan service)
    {
        var health = service switch { WebServicePlan web => web.Health, InternalServicePlan { LoadBalancer: true } inner => inner.Health, _ => null };
        var balancer = health is null ? TimeSpan.Zero : health.GracePeriod + (health.Interval * health.HealthyThreshold);
        var container = service.Task.ContainerHealth is { } own ? own.StartPeriod + (own.Interval * own.Retries) : TimeSpan.Zero;
        return Placing + (balancer > container ? balancer : container);
    }
}
