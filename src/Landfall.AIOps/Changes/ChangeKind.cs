namespace Landfall.AIOps.Changes;

/// <summary>What was done to, or happened to, a node.</summary>
public enum ChangeKind
{
    /// <summary>New code or a new image started to run.</summary>
    Deployment,

    /// <summary>A setting, a parameter, a flag or a secret changed.</summary>
    Configuration,

    /// <summary>The number or the size of the running copies changed.</summary>
    Scaling,

    /// <summary>A copy stopped, crashed or was restarted.</summary>
    Restart,

    /// <summary>A copy was killed because its memory ran out.</summary>
    OutOfMemory,

    /// <summary>A copy could not be started or placed.</summary>
    StartFailure,

    /// <summary>A health check failed.</summary>
    Unhealthy,

    /// <summary>A machine, a disk or a zone failed, or a database failed over.</summary>
    Infrastructure,

    /// <summary>Anything else that has a time and a place.</summary>
    Other,
}
