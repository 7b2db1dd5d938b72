namespace Landfall.Checks.Format;

/// <summary>Something wrong in a check file, and where.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record CheckFault(int Line, int Column, string Message);
