namespace Landfall.Config.Plan;

/// <summary>A check of a new version within its rollout: a check file, or a task.</summary>
/// <param name="File">The check file, below the project's folder; null where it is a task.</param>
/// <param name="Task">What runs as a task of its own; null where it is a file.</param>
/// <param name="At">When it runs.</param>
/// <param name="Timeout">How long it may take.</param>
public sealed record CheckPlan(string? File, CheckTaskPlan? Task, PausePoint At, TimeSpan Timeout);
