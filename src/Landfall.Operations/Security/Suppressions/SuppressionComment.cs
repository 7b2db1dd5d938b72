using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Suppressions;

/// <summary>Reads <c># landfall-ignore: RULE reason until 2027-01-01</c>.</summary>
internal static partial class SuppressionComment
{
    private const string Word = "landfall-ignore:";

    /// <summary>Reads those of a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Each with the lines that it holds for: its own, or the first below it that is no comment.</returns>
    public static IEnumerable<(Suppression Suppression, int Line)> In(SourceFile file)
    {
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var start = file.Lines[i].IndexOf(Word, StringComparison.Ordinal);
            if (start < 0 || !Lead().IsMatch(file.Lines[i][..start]))
                continue;
            var own = IsComment(file.Lines[i]);
            var line = i;
            while (own && line + 1 < file.Lines.Count && (IsComment(file.Lines[line]) || file.Lines[line].Trim().Length == 0))
                line++;
            var text = file.Lines[i][(start + Word.Length)..].Replace("-->", "", StringComparison.Ordinal).Replace("*/", "", StringComparison.Ordinal).Trim();
            var match = Parts().Match(text);
            var place = string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{i + 1}");
            DateOnly? until = DateOnly.TryParseExact(match.Groups["until"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            foreach (var rule in match.Groups["rules"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries))
                yield return (new Suppression(rule, match.Groups["reason"].Value.Trim(), until, place), line + 1);
        }
    }

    private static bool IsComment(string line) => line.TrimStart() is ['#', ..] or ['/', '/', ..] or ['/', '*', ..] or [';', ..] or ['<', '!', '-', '-', ..] or ['-', '-', ' ', ..];

    [GeneratedRegex(@"(#|//|/\*|<!--|;|--)\s*$")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?<rules>[a-z0-9,-]+)(?<reason>.*?)(\buntil (?<until>\S+))?$")]
    private static partial Regex Parts();
}
