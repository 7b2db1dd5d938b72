namespace Landfall.Hooks.Rollouts;

/// <summary>What ECS is answered, and why.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Reasons">Lines for a person; none where all is well.</param>
internal sealed record HookDecision(HookAnswer Answer, IReadOnlyList<string> Reasons)
{
    /// <summary>The deployment goes on.</summary>
    /// <param name="reasons">Why.</param>
    /// <returns>The decision.</returns>
    public static HookDecision GoOn(params string[] reasons) => new(new HookAnswer("SUCCEEDED", null, null), reasons);

    /// <summary>The deployment is rolled back.</summary>
    /// <param name="state">How far the check has come.</param>
    /// <param name="reasons">Why.</param>
    /// <returns>The decision.</returns>
    public static HookDecision RollBack(HookDetails state, IReadOnlyList<string> reasons) => new(new HookAnswer("FAILED", null, state), reasons);

    /// <summary>ECS calls again.</summary>
    /// <param name="seconds">When.</param>
    /// <param name="state">How far the check has come.</param>
    /// <param name="reasons">Why.</param>
    /// <returns>The decision.</returns>
    public static HookDecision CallAgain(int seconds, HookDetails state, IReadOnlyList<string> reasons) => new(new HookAnswer("IN_PROGRESS", seconds, state), reasons);
}
