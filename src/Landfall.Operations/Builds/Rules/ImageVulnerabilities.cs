using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>The scan of a team's image has found something.</summary>
internal sealed partial class ImageVulnerabilities : IFailureRule
{
    /// <inheritdoc />
    public string Id => "image-vulnerabilities";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Lines(Says()) is { Count: > 0 } lines
        ? new BuildFailure(
            lines,
            "The image has vulnerabilities that are not released.",
            "Take a newer base image and newer packages. 'aws ecr describe-image-scan-findings' lists each with the package and the version that mends it.")
        : null;

    [GeneratedRegex(@"^The image has vulnerabilities \(")]
    private static partial Regex Says();
}
