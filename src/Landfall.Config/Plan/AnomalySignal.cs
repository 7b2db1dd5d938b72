namespace Landfall.Config.Plan;

/// <summary>What of a service can be held against its own past.</summary>
public enum AnomalySignal
{
    /// <summary>Requests in five minutes, too many or too few.</summary>
    Requests,

    /// <summary>Share of 5xx answers.</summary>
    Errors,

    /// <summary>99th percentile of the response time.</summary>
    Latency,
}
