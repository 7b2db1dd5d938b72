namespace Landfall.Config.Plan;

/// <summary>Where the collector runs.</summary>
public enum TelemetryMode
{
    /// <summary>In every task, beside the application.</summary>
    Sidecar,

    /// <summary>As one service of the environment, to which all others send.</summary>
    Gateway,
}
