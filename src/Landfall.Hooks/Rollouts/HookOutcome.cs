namespace Landfall.Hooks.Rollouts;

/// <summary>The line of the log that tells what came of a call; <c>landfall deploy</c> reads it.</summary>
/// <param name="Check">The check file, or what the task is called.</param>
/// <param name="Stage">The stage of the deployment.</param>
/// <param name="Deployment">The deployment.</param>
/// <param name="Status">What ECS was answered.</param>
/// <param name="Reasons">Why; none where all is well, or while a task runs.</param>
/// <param name="Task">The ARN of the task that checks; null where there is none.</param>
internal sealed record HookOutcome(string Check, string Stage, string Deployment, string Status, IReadOnlyList<string> Reasons, string? Task);
