namespace Landfall.AIOps.Incidents;

/// <summary>What became of an incident.</summary>
public enum IncidentUpdateKind
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>It grew: another signal or change belongs to it, or it became more severe.</summary>
    Grown,

    /// <summary>Another, younger incident became part of it.</summary>
    Absorbed,

    /// <summary>Another cause is suspected.</summary>
    CauseChanged,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>It came back.</summary>
    Reopened,
}
