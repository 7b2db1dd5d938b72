namespace Landfall.Config.Plan;

/// <summary>A point of a rollout at which ECS waits for somebody.</summary>
/// <param name="At">Where.</param>
/// <param name="Timeout">How long.</param>
/// <param name="Then">What happens when nobody has decided by then.</param>
public sealed record PausePlan(PausePoint At, TimeSpan Timeout, PauseEnd Then);
