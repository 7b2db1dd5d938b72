namespace Landfall.AIOps.Incidents;

/// <summary>Where an incident stands.</summary>
public enum IncidentStatus
{
    /// <summary>At least one signal stands.</summary>
    Open,

    /// <summary>All signals are over, not yet for long enough.</summary>
    Recovering,

    /// <summary>It is over.</summary>
    Resolved,
}
