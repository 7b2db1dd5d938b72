using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>A program is not written as its language is: Node and Python.</summary>
internal sealed partial class SyntaxFault : IFailureRule
{
    /// <inheritdoc />
    public string Id => "syntax";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Says()) is not { Success: true } match)
            return null;
        var error = log.Lines(Says())[0];
        var place = log.Failed.TakeWhile(line => line != error).LastOrDefault(line => Place().IsMatch(line.Text));
        var where = place is null ? Match.Empty : Place().Match(place.Text);
        return new BuildFailure(
            place is null ? [error] : [place, error],
            where.Success ? $"{where.Groups["file"].Value}, line {where.Groups["line"].Value}: {match.Groups["text"].Value}" : match.Groups["text"].Value,
            "Mend the line, or the one above it.");
    }

    [GeneratedRegex(@"^(?:\w+\.)?(?<text>(?:SyntaxError|IndentationError|TabError): .+)$")]
    private static partial Regex Says();

    [GeneratedRegex(@"^\s*(?:File ""(?<file>[^""]+)"", line (?<line>\d+)|(?:file://)?(?<file>/?[^\s:]+\.[cm]?[jt]sx?):(?<line>\d+)$)")]
    private static partial Regex Place();
}
