using Landfall.Config;

namespace Landfall.Operations.Projects;

/// <summary>The details of <see cref="ErrorCodes.FileInvalid"/>.</summary>
/// <param name="Problems">Everything that is wrong with the file, in the file's order.</param>
internal sealed record FileProblems(IReadOnlyList<Problem> Problems);
