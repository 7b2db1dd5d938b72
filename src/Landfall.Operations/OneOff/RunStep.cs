using Landfall.Operations.Logs;

namespace Landfall.Operations.OneOff;

/// <summary>What becomes of a command: one of the three is there.</summary>
/// <param name="Task">The ARN of the task that was started.</param>
/// <param name="Line">A line that it has written.</param>
/// <param name="End">How it has ended.</param>
internal sealed record RunStep(string? Task, LogEntry? Line, RunEnd? End);
