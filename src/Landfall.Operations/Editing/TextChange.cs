namespace Landfall.Operations.Editing;

/// <summary>A piece of a text that is replaced.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What comes in its place.</param>
internal readonly record struct TextChange(int Start, int End, string Text);
