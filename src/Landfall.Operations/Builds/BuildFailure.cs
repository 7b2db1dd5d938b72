namespace Landfall.Operations.Builds;

/// <summary>Why a build failed.</summary>
/// <param name="Errors">The lines that say so, the first error first.</param>
/// <param name="Cause">The likely cause.</param>
/// <param name="Next">What to do about it.</param>
internal sealed record BuildFailure(IReadOnlyList<BuildLine> Errors, string Cause, string Next);
