namespace Landfall.Operations.Specs;

/// <summary>A task of <c>tasks.md</c>.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Done">Whether its box is ticked.</param>
/// <param name="Requirements">The ids that it names.</param>
internal sealed record SpecTask(int Line, bool Done, IReadOnlyList<string> Requirements);
