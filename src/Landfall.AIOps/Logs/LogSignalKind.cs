namespace Landfall.AIOps.Logs;

/// <summary>What a <see cref="LogMonitor"/> reports.</summary>
public enum LogSignalKind
{
    /// <summary>A template that was never seen before.</summary>
    NewTemplate,

    /// <summary>A template that was never seen before, shortly after a deployment.</summary>
    FirstSeenAfterDeployment,

    /// <summary>A template comes much more often than usual.</summary>
    RateUp,

    /// <summary>A template comes much less often than usual, or has stopped.</summary>
    RateDown,

    /// <summary>A rate that had changed is usual again.</summary>
    RateNormal,

    /// <summary>A word of a template turned out to be a parameter.</summary>
    TemplateDrift,
}
