using Landfall.Config;

namespace Landfall.Operations.Projects;

/// <summary>What is wrong with a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Valid">True when it can be used.</param>
/// <param name="Problems">Every problem, warnings too.</param>
/// <param name="Environments">Its environments; none when it is not valid.</param>
internal sealed record CheckedFile(
    string File,
    bool Valid,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<string> Environments)
{
    /// <summary>What was chosen where the file leaves it open, and what that costs.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
