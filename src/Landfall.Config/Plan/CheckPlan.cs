namespace Landfall.Config.Plan;

/// <summary>A check of a new version within its rollout: one of a check file, a browser file and a task.</summary>
/// <param name="File">The check file, below the project's folder; null where it is none.</param>
/// <param name="Browser">The browser file; null where it is none.</param>
/// <param name="Task">What runs as a task of its own; null where it is a file.</param>
/// <param name="At">When it runs.</param>
/// <param name="Timeout">How long it may take.</param>
public sealed record CheckPlan(string? File, BrowserCheckPlan? Browser, CheckTaskPlan? Task, PausePoint At, TimeSpan Timeout)
{
    /// <summary>What it is called where a person reads of it.</summary>
    internal string Title => File ?? Browser?.File ?? Task!.Title;
}
