namespace Landfall.Config.Plan;

/// <summary>Where a rollout waits for somebody.</summary>
public enum PausePoint
{
    /// <summary>The new version runs, and the old one still has all the traffic.</summary>
    BeforeTraffic,

    /// <summary>The new version has all the traffic, and the old one still runs.</summary>
    AfterTraffic,
}
