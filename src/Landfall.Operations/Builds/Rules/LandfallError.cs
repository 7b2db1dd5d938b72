using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Builds.Rules;

/// <summary>Landfall itself has said what is wrong, and what to do.</summary>
internal sealed partial class LandfallError : IFailureRule
{
    /// <inheritdoc />
    public string Id => "landfall";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Says()) is not { Success: true } match)
            return null;
        var (code, place, text) = (match.Groups["code"].Value, match.Groups["place"].Value.TrimEnd(), match.Groups["text"].Value);
        return code == ErrorCodes.Bug
            ? new BuildFailure(log.From(Says(), 5), "This is a bug in Landfall.", "Report it with the lines of the log that follow.")
            : new BuildFailure(log.Lines(Says()), place.Length > 0 ? $"{place}: {text}" : text, $"Do what the message says; docs/errors.md has what {code} means.");
    }

    [GeneratedRegex(@"^(?<place>\S+:\d+:\d+ )?(?<code>LF\d{4}) (?!warning: )(?<text>.+)$")]
    private static partial Regex Says();
}
