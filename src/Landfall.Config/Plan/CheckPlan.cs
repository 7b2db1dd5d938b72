namespace Landfall.Config.Plan;

/// <summary>A check of a new version within its rollout.</summary>
/// <param name="File">The check file, below the project's folder.</param>
/// <param name="At">When it runs.</param>
/// <param name="Timeout">How long it may take.</param>
public sealed record CheckPlan(string File, PausePoint At, TimeSpan Timeout);
