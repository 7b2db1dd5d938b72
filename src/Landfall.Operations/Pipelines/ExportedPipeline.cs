namespace Landfall.Operations.Pipelines;

/// <summary>What was written for another build server.</summary>
/// <param name="Pipeline">The pipeline's name; empty for the one of <c>pipeline</c>.</param>
/// <param name="Root">The repository's root.</param>
/// <param name="Files">The files, relative to the root.</param>
/// <param name="Next">What a person has to do once, line by line: commands, and after <c>#</c> what they are for.</param>
internal sealed record ExportedPipeline(string Pipeline, string Root, IReadOnlyList<string> Files, IReadOnlyList<string> Next);
