using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>The image cannot be built, for a reason that no other rule knows.</summary>
internal sealed partial class DockerBuild : IFailureRule
{
    /// <inheritdoc />
    public string Id => "docker-build";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Absent()) is { Success: true } absent)
            return new BuildFailure(log.Lines(Absent()), $"The Dockerfile copies '{absent.Groups["file"].Value}', which is not in the build's context.", "Check the path, which is seen from the context's folder, and .dockerignore.");
        if (log.Find(Image()) is { Success: true } image)
            return new BuildFailure(log.Lines(Image()), $"The base image '{image.Groups["image"].Value}' is not there.", "Check its name and tag, and that it exists for the platform of the build.");
        if (log.Lines(Daemon()) is { Count: > 0 } daemon)
            return new BuildFailure(daemon, "There is no Docker that runs.", "The build needs a machine with Docker; in CodeBuild the project's privileged mode starts it.");
        return log.Find(Step()) is { Success: true } step
            ? new BuildFailure(log.Lines(Step()), $"A step of the Dockerfile failed: {step.Groups["step"].Value}", "What it said stands above this line in the log. Run 'docker build .' on your own machine.")
            : null;
    }

    [GeneratedRegex(@"failed to (?:calculate checksum of ref|compute cache key).*?""?(?<file>/[^""\s]+)""?: not found|COPY failed: file not found in build context.*: stat (?<file>\S+): |COPY failed: stat .*?(?<file>[^\s/]+): no such file")]
    private static partial Regex Absent();

    [GeneratedRegex(@"(?<image>[\w./:@-]+): failed to resolve source metadata|manifest for (?<image>\S+) not found|no match for platform in manifest.*?(?<image>[\w./:@-]*)")]
    private static partial Regex Image();

    [GeneratedRegex(@"Cannot connect to the Docker daemon")]
    private static partial Regex Daemon();

    [GeneratedRegex(@"process ""(?<step>[^""]+)"" did not complete successfully|The command '(?<step>[^']+)' returned a non-zero code|dockerfile parse error (?<step>.*)")]
    private static partial Regex Step();
}
