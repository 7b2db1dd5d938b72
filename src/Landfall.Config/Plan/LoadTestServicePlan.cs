namespace Landfall.Config.Plan;

/// <summary>Runs ApacheBench against a service, by load balancer and by private DNS name. Off by default.</summary>
public sealed record LoadTestServicePlan : ContainerServicePlan
{
    /// <summary>The service under test.</summary>
    public required string Target { get; init; }

    /// <summary>Path that is requested.</summary>
    public required string RequestPath { get; init; }

    /// <summary>Requests per round and address.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests at a time.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Pause between rounds.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>Number of tasks; 0 is off.</summary>
    public required int Tasks { get; init; }
}
