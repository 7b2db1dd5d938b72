using System.Text.RegularExpressions;
using Landfall.AIOps.Logs;

namespace Landfall.Operations.Builds;

/// <summary>
/// The lines of a failed step that look like its cause: they speak of an error, and their template (the line without its
/// numbers, paths and ids) is rare. What steps before have said too, which succeeded, is routine.
/// </summary>
internal static partial class OutstandingLines
{
    private const int Most = 5;

    /// <summary>Finds them.</summary>
    /// <param name="log">The log.</param>
    /// <returns>At most five lines, in the log's order; the last lines of the step where none speaks of an error.</returns>
    public static IReadOnlyList<BuildLine> In(BuildLog log)
    {
        var miner = new LogTemplateMiner();
        var routine = Said(log.Before).Select(line => miner.Add(line.Text).TemplateId).ToList();
        var lines = Said(log.Failed).Select(line => (Line: line, Template: miner.Add(line.Text).TemplateId)).ToList();

        // A template can become one with another later: what counts is what each of them is in the end.
        var known = routine.Select(Now).ToHashSet();
        var counts = lines.CountBy(one => Now(one.Template)).ToDictionary();
        var found = lines
            .Where(one => Error().IsMatch(one.Line.Text) && !Harmless().IsMatch(one.Line.Text) && !known.Contains(Now(one.Template)))
            .OrderBy(one => counts[Now(one.Template)])
            .ThenBy(one => one.Line.Number)
            .Take(Most)
            .Select(one => one.Line)
            .OrderBy(line => line.Number)
            .ToList();
        return found.Count > 0 ? found : [.. lines.TakeLast(Most).Select(one => one.Line)];

        long Now(long id) => miner.Current(id) ?? id;
    }

    private static IEnumerable<BuildLine> Said(IEnumerable<BuildLine> lines) => lines.Where(line => line.Text.Trim().Length > 0);

    [GeneratedRegex(@"\b(?:error|errors|fatal|fail(?:ed|ure|s)?|exception|panic|traceback|cannot|can't|could not|couldn't|unable to|denied|refused|not found|no such|invalid|missing|unexpected|undefined|abort(?:ed|ing)?|illegal|unsupported|timed out)\b|Error:|Exception:", RegexOptions.IgnoreCase)]
    private static partial Regex Error();

    /// <summary>A count of none.</summary>
    [GeneratedRegex(@"\b(?:0 (?:error|failure|failed)|(?:errors?|failures?|failed)[:=]? ?0\b|no errors)", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}
