namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>A line of a file's difference.</summary>
/// <param name="Mark"><c>+</c> for one that is new, <c>-</c> for one that is gone, a blank for one that both versions have.</param>
/// <param name="Text">The line.</param>
internal sealed record DiffLine(char Mark, string Text);
