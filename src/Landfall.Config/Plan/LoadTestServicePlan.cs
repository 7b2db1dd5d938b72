namespace Landfall.Config.Plan;

/// <summary>Runs ApacheBench against a service, by load balancer and by private DNS name. Off by default.</summary>
public sealed record LoadTestServicePlan : ContainerServicePlan
{
    /// <summary>The service under test.</summary>
    public required string Target { get; init; }

    /// <summary>Path that is requested.</summary>
    public string RequestPath { get; init; } = "/";

    /// <summary>Requests per round and address.</summary>
    public int Requests { get; init; } = 50;

    /// <summary>Requests at a time.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>Pause between rounds.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Number of tasks; 0 is off.</summary>
    public int Tasks { get; init; }
}
