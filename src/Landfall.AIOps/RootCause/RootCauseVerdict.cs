namespace Landfall.AIOps.RootCause;

/// <summary>The answer as a whole.</summary>
public enum RootCauseVerdict
{
    /// <summary>At least one node explains what is seen.</summary>
    CauseFound,

    /// <summary>Nothing is out of the ordinary.</summary>
    NoIncident,

    /// <summary>There is an incident, but what can be seen does not show where it comes from.</summary>
    CauseNotVisible,
}
