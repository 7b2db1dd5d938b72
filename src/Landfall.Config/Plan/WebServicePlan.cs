namespace Landfall.Config.Plan;

/// <summary>A service behind the public load balancer.</summary>
public sealed record WebServicePlan : ScaledServicePlan
{
    /// <summary>The container's port.</summary>
    public required int Port { get; init; }

    /// <summary>What it speaks there.</summary>
    public required PortProtocol Protocol { get; init; }

    /// <summary>How long requests may take.</summary>
    public required RequestTimeoutPlan RequestTimeout { get; init; }

    /// <summary>The load balancer's path pattern, for example <c>/api/*</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The host names it answers to, or empty for every host.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Priority of its listener rule, unique within the environment: more specific paths first.</summary>
    public required int Priority { get; init; }

    /// <summary>The target group's health check.</summary>
    public required HealthCheckPlan Health { get; init; }

    /// <summary>True when a signed-in Cognito user is required at the load balancer; needs a domain.</summary>
    public required bool RequireSignIn { get; init; }
}
