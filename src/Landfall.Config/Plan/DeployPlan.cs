namespace Landfall.Config.Plan;

/// <summary>How a new version replaces the old one.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Bake">Blue/green, linear, canary: how long both versions run after the traffic has moved.</param>
/// <param name="StepPercent">Linear and canary: share of traffic moved in the first or each step, in percent.</param>
/// <param name="StepInterval">Linear and canary: time between steps.</param>
/// <param name="Pause">Where it waits for somebody, or null.</param>
/// <param name="Checks">Checks of the new version within the rollout, in the file's order.</param>
/// <param name="Judge">Linear and canary: true to roll back a new version that fails more, or is slower, than the old one beside it.</param>
public sealed record DeployPlan(
    DeployStrategy Strategy, TimeSpan Bake, double StepPercent, TimeSpan StepInterval, PausePlan? Pause, IReadOnlyList<CheckPlan> Checks, bool Judge)
{
    /// <summary>Whether something is checked before anybody is sent to the new version.</summary>
    internal bool IsTested => Checks.Any(check => check.At == PausePoint.BeforeTraffic);
}
