using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>CodeBuild itself could not go on (AWS CodeBuild User Guide, "Troubleshooting AWS CodeBuild").</summary>
internal sealed partial class BuildServer : IFailureRule
{
    private static readonly Dictionary<string, (string Cause, string Next)> Known = new(StringComparer.Ordinal)
    {
        ["YAML_FILE_ERROR"] = ("CodeBuild cannot read the buildspec, or asks for a runtime that its image does not have.", "Mend the file that the line names; runtimes and their versions are those of the build image."),
        ["BUILD_TIMED_OUT"] = ("The build took longer than its project allows.", "Look at the last command that ran. Where it waits for nothing, give the project more minutes."),
        ["BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE"] = ("CodeBuild cannot pull the image that the build runs in.", "Check the image's name, and that the project's role may pull it."),
        ["CLIENT_ERROR"] = ("CodeBuild could not do what the project says.", "The line names what is missing: mostly a file among the artifacts, or a permission of the project's role."),
    };

    /// <inheritdoc />
    public string Id => "build-server";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) =>
        log.Find(Says()) is { Success: true } match && Known.TryGetValue(match.Groups["code"].Value, out var known)
            ? new BuildFailure(log.Lines(Says()), known.Cause, known.Next)
            : null;

    [GeneratedRegex(@"Phase context status code: (?<code>[A-Z_]+) Message|^(?<code>BUILD_TIMED_OUT)\b|^(?<code>YAML_FILE_ERROR)\b")]
    private static partial Regex Says();
}
