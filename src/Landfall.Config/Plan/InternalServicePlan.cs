namespace Landfall.Config.Plan;

/// <summary>A service that only services of the same environment reach.</summary>
public sealed record InternalServicePlan : ScaledServicePlan
{
    /// <summary>The container's port.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>True for an internal load balancer besides Service Connect and private DNS.</summary>
    public bool LoadBalancer { get; init; }

    /// <summary>The target group's health check, used with <see cref="LoadBalancer"/>.</summary>
    public HealthCheckPlan Health { get; init; } = new();
}
