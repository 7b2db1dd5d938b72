using Landfall.Config;

namespace Landfall.Operations.Projects;

/// <summary>The file has problems, all of which are listed.</summary>
/// <param name="problems">The problems.</param>
internal sealed class InvalidProjectException(IReadOnlyList<Problem> problems) : Exception("The file has problems.")
{
    /// <summary>The problems, in the file's order.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
