using System.Text.RegularExpressions;

namespace Landfall.Operations.Synthesis;

/// <summary>Reads the errors out of what <c>dotnet build</c> writes.</summary>
internal static partial class BuildErrors
{
    private const int Most = 10;

    /// <summary>Lists a failed build's errors.</summary>
    /// <param name="output">All that the build wrote.</param>
    /// <returns>Lines such as <c>/infra/App.cs:13:30 CS0117 …</c>, the first ten; all of the text when there are none.</returns>
    public static IReadOnlyList<string> Of(string output)
    {
        var errors = Error().Matches(output).Select(Line).Distinct(StringComparer.Ordinal).ToList();
        if (errors.Count == 0)
            return [output.Trim()];
        return errors.Count <= Most ? errors : [.. errors.Take(Most), $"and {errors.Count - Most} more"];
    }

    /// <summary>Whether no source of packages has Landfall's constructs, or not in the version that is asked for.</summary>
    /// <param name="errors">The errors of a build.</param>
    /// <returns>Whether one of them is NuGet's NU1101, NU1102 or NU1103 for that package (NuGet, Errors and warnings).</returns>
    public static bool MissConstructs(IEnumerable<string> errors) =>
        errors.Any(error => error.Contains(" NU110", StringComparison.Ordinal) && error.Contains("package Landfall.Constructs", StringComparison.Ordinal));

    private static string Line(Match error)
    {
        var place = error.Groups["line"].Success
            ? $"{error.Groups["file"].Value}:{error.Groups["line"].Value}:{error.Groups["column"].Value}"
            : error.Groups["file"].Value;
        return $"{place} {error.Groups["code"].Value} {error.Groups["text"].Value}";
    }

    // MSBuild's own format: FILE(LINE,COLUMN): error CODE: TEXT [PROJECT], where the place and the project may be missing.
    [GeneratedRegex(@"^\s*(?<file>\S.*?)\s?(\((?<line>\d+),(?<column>\d+)[^)]*\))?\s?: error (?<code>\w+): (?<text>.*?)( \[[^\[\]]+\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
