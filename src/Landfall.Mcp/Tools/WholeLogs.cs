using Landfall.Operations.Logs;

namespace Landfall.Mcp.Tools;

/// <summary>What logs say, read to the end.</summary>
/// <param name="Lines">The newest lines, in order of time.</param>
/// <param name="Cut">True where there are older ones that were left out.</param>
/// <param name="Summary">The summary; null where none was asked for.</param>
internal sealed record WholeLogs(IReadOnlyList<LogEntry> Lines, bool Cut, LogSummary? Summary);
