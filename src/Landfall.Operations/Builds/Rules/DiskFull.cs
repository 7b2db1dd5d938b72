using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>Nothing can be written any more.</summary>
internal sealed partial class DiskFull : IFailureRule
{
    /// <inheritdoc />
    public string Id => "disk-full";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Lines(Says()) is { Count: > 0 } lines
        ? new BuildFailure(lines, "The disk of the build machine is full.", "Copy less into the image (.dockerignore), remove what is not needed any more before the step ('docker system prune --force'), or take a machine with a larger disk.")
        : null;

    [GeneratedRegex(@"[Nn]o space left on device|\bENOSPC\b|not enough space on the disk")]
    private static partial Regex Says();
}
