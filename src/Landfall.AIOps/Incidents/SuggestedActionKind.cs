namespace Landfall.AIOps.Incidents;

/// <summary>What can be done about an incident.</summary>
public enum SuggestedActionKind
{
    /// <summary>Look there first; nothing known would help by itself.</summary>
    Investigate,

    /// <summary>Go back to the deployment before.</summary>
    RollBack,

    /// <summary>Undo the change of a setting or of scale.</summary>
    RevertChange,

    /// <summary>Run more copies.</summary>
    ScaleOut,

    /// <summary>Restart the copies that misbehave.</summary>
    Restart,

    /// <summary>Give each copy more memory.</summary>
    RaiseMemory,

    /// <summary>Free or add disk space or throughput.</summary>
    AddDisk,

    /// <summary>Move work away from the host, zone or link.</summary>
    ShiftTraffic,
}
