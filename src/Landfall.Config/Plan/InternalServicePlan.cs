namespace Landfall.Config.Plan;

/// <summary>A service that only services of the same environment reach.</summary>
public sealed record InternalServicePlan : ScaledServicePlan
{
    /// <summary>The container's port.</summary>
    public required int Port { get; init; }

    /// <summary>What it speaks there.</summary>
    public required PortProtocol Protocol { get; init; }

    /// <summary>How long requests may take.</summary>
    public required RequestTimeoutPlan RequestTimeout { get; init; }

    /// <summary>True for an internal load balancer besides Service Connect and private DNS.</summary>
    public required bool LoadBalancer { get; init; }

    /// <summary>The target group's health check, used with <see cref="LoadBalancer"/>.</summary>
    public required HealthCheckPlan Health { get; init; }
}
