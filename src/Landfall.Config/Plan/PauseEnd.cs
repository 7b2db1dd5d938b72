namespace Landfall.Config.Plan;

/// <summary>What becomes of a rollout on which nobody has decided in time.</summary>
public enum PauseEnd
{
    /// <summary>The old version stays.</summary>
    Rollback,

    /// <summary>It goes on.</summary>
    Continue,
}
