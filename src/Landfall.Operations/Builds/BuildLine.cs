namespace Landfall.Operations.Builds;

/// <summary>A line of a build's log.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says, without colours and without what a build server or Docker writes before it.</param>
internal sealed record BuildLine(int Number, string Text);
