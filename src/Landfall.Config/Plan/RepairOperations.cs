namespace Landfall.Config.Plan;

/// <summary>The operations that may be a repair: those that leave a service at work, and whose effect is known before it is made.</summary>
internal static class RepairOperations
{
    public const string Restart = "restart";
    public const string Rollback = "rollback";
    public const string RolloutRollback = "rollout rollback";
    public const string Scale = "scale";

    /// <summary>All of them, in order of name.</summary>
    public static IReadOnlyList<string> All { get; } = [Restart, Rollback, RolloutRollback, Scale];
}
