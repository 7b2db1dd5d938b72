namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>A file of a change that no model has seen.</summary>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record LeftOutFile(string File, string Reason);
