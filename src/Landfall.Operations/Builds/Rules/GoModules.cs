using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>Go does not find the modules that a program imports.</summary>
internal sealed partial class GoModules : IFailureRule
{
    /// <inheritdoc />
    public string Id => "go-modules";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Lines(Says()) is { Count: > 0 } lines
        ? new BuildFailure(lines, "go.mod or go.sum does not have what the program imports, or wants a newer Go.", "Run 'go mod tidy', and commit go.mod and go.sum; where the line speaks of a version of Go, set it in the buildspec.")
        : null;

    [GeneratedRegex(@"missing go\.sum entry|no required module provides package|cannot find module providing package|updates to go\.mod needed|go\.mod requires go >= |unknown revision|checksum mismatch$")]
    private static partial Regex Says();
}
