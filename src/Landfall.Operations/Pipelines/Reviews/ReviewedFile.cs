namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>A file as a model is shown it.</summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Text">What is shown: every line with its number, so that none of them can be taken for something else.</param>
/// <param name="Lines">The numbers of the lines of the new version that are shown.</param>
/// <param name="Masked">How many lines have something hidden.</param>
internal sealed record ReviewedFile(string Path, string Text, IReadOnlySet<int> Lines, int Masked);
