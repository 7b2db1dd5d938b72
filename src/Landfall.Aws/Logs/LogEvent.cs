namespace Landfall.Aws.Logs;

/// <summary>A line of a log group, with its place.</summary>
/// <param name="Id">What CloudWatch calls it; the same line has the same.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Message">What it says, without the end of the line.</param>
public sealed record LogEvent(string Id, DateTimeOffset Time, string Stream, string Message);
