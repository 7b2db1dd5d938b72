namespace Landfall.Aws.Logs;

/// <summary>A line of a log group.</summary>
/// <param name="Id">What CloudWatch calls it; the same line has the same.</param>
/// <param name="Text">What it says.</param>
public sealed record LogLine(string Id, string Text);
