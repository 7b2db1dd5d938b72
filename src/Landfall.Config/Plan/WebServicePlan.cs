namespace Landfall.Config.Plan;

/// <summary>A service behind the public load balancer.</summary>
public sealed record WebServicePlan : ScaledServicePlan
{
    /// <summary>The container's port.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The load balancer's path pattern, for example <c>/api/*</c>.</summary>
    public string Path { get; init; } = "/*";

    /// <summary>The host name it answers to, or null for every host.</summary>
    public string? Host { get; init; }

    /// <summary>Priority of its listener rule, unique within the environment: more specific paths first.</summary>
    public int Priority { get; init; } = 100;

    /// <summary>The target group's health check.</summary>
    public HealthCheckPlan Health { get; init; } = new();

    /// <summary>True when a signed-in Cognito user is required at the load balancer; needs a domain.</summary>
    public bool RequireSignIn { get; init; }
}
