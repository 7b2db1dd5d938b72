using Landfall.Operations.Security;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>What a model finds wrong in a line of a change.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Line">Its line in the new version.</param>
/// <param name="Title">What is wrong, in a line.</param>
/// <param name="Detail">Why, and what to do.</param>
internal sealed record ReviewFinding(Severity Severity, string File, int Line, string Title, string Detail);
