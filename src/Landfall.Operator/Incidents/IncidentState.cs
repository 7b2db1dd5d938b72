namespace Landfall.Operator.Incidents;

/// <summary>Where an incident stands, for people.</summary>
internal enum IncidentState
{
    /// <summary>Something is wrong, and nobody has taken it on.</summary>
    Open,

    /// <summary>Somebody has.</summary>
    Acknowledged,

    /// <summary>A repair is being made.</summary>
    Repairing,

    /// <summary>A repair was made, and whether it helped is being seen.</summary>
    Verifying,

    /// <summary>Nothing is wrong any more, not yet for long enough.</summary>
    Recovering,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>It turned out to be a part of another one.</summary>
    Merged,
}
