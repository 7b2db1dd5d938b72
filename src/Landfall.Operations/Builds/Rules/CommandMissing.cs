using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>A shell does not find a program (exit code 127), or may not run it (126).</summary>
internal sealed partial class CommandMissing : IFailureRule
{
    /// <inheritdoc />
    public string Id => "command-missing";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Absent()) is { Success: true } absent)
            return new BuildFailure(log.Lines(Absent()), $"The build machine has no program '{absent.Groups["program"].Value}'.", "Install it in an earlier step, or mend the name.");
        return log.Find(Denied()) is { Success: true } denied
            ? new BuildFailure(log.Lines(Denied()), $"'{denied.Groups["program"].Value}' may not be run.", "Make the file executable: 'git update-index --chmod=+x', and commit.")
            : null;
    }

    [GeneratedRegex(@"(?:^|: )(?<program>[\w./-]+): (?:command )?not found$")]
    private static partial Regex Absent();

    [GeneratedRegex(@"(?:^|: )(?<program>[\w./-]+): Permission denied$")]
    private static partial Regex Denied();
}
