namespace Landfall.Operations.Logs;

/// <summary>What logs say: lines, or a summary of them.</summary>
/// <param name="Lines">The lines, in order of time; empty where they are summed up.</param>
/// <param name="Summary">The summary; null where none was asked for.</param>
internal sealed record LogsReport(IAsyncEnumerable<LogEntry> Lines, LogSummary? Summary);
