namespace Landfall.Config.Plan;

/// <summary>Whether users need a second factor.</summary>
public enum MfaMode
{
    /// <summary>No second factor.</summary>
    Off,

    /// <summary>Users may enable one.</summary>
    Optional,

    /// <summary>Everyone needs one.</summary>
    Required,
}
