using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>A registry gives no more images for the moment.</summary>
internal sealed partial class PullRateLimit : IFailureRule
{
    /// <inheritdoc />
    public string Id => "pull-rate-limit";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Lines(Says()) is { Count: > 0 } lines
        ? new BuildFailure(
            lines,
            "The registry limits how often images are pulled from this address, which build machines share.",
            "Take the base image from public.ecr.aws/docker/library, or from a pull-through cache in ECR; or sign in to the registry before the build. Running the build again later helps too, until the next time.")
        : null;

    [GeneratedRegex(@"\btoomanyrequests\b|pull rate limit|429 Too Many Requests", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
