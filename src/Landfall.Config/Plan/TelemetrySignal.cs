namespace Landfall.Config.Plan;

/// <summary>A kind of telemetry.</summary>
public enum TelemetrySignal
{
    /// <summary>What a request did, step by step.</summary>
    Traces,

    /// <summary>Numbers over time.</summary>
    Metrics,

    /// <summary>Log records that the application sends, besides what it writes to its output.</summary>
    Logs,
}
