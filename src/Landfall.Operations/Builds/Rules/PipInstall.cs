using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>pip cannot install the packages.</summary>
internal sealed partial class PipInstall : IFailureRule
{
    /// <inheritdoc />
    public string Id => "pip";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Missing()) is { Success: true } match)
            return new BuildFailure(log.Lines(Missing()), $"There is no version of '{match.Groups["package"].Value}' that fits the requirement and this Python.", "Check the name and the version in the requirements, and the version of Python that the build runs.");
        if (log.Lines(Conflict()) is { Count: > 0 } conflict)
            return new BuildFailure(conflict, "Two requirements exclude each other.", "Loosen one of the versions that the lines name.");
        return log.Lines(Wheel()) is { Count: > 0 } lines
            ? new BuildFailure(lines, "A package has no wheel for this machine, and cannot be built from its source.", "Install what its build needs (a compiler, headers), or take a version with a wheel for this Python and architecture.")
            : null;
    }

    [GeneratedRegex(@"No matching distribution found for (?<package>[^\s(]+)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"ResolutionImpossible|because these package versions have conflicting dependencies")]
    private static partial Regex Conflict();

    [GeneratedRegex(@"Failed building wheel for|Failed to build installable wheels|metadata-generation-failed|subprocess-exited-with-error")]
    private static partial Regex Wheel();
}
