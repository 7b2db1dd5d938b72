namespace Landfall.AIOps.Incidents;

/// <summary>How bad an incident is. It only rises while the incident lasts.</summary>
public enum IncidentSeverity
{
    /// <summary>None of: something that users call is affected; three nodes or more are; a score reached 0.99.</summary>
    Low,

    /// <summary>One of them.</summary>
    Medium,

    /// <summary>Two of them.</summary>
    High,

    /// <summary>All of them.</summary>
    Critical,
}
