using System.Text.RegularExpressions;

namespace Landfall.Operations.DotEnv;

/// <summary>
/// Lines of a file <c>.env</c>. Values are quoted so that shells, Docker Compose, Vite and dotenv read the same: in single
/// quotes, which none of them looks into; a value with a single quote in double quotes.
/// </summary>
internal static partial class EnvLines
{
    /// <summary>Puts variables into a file's text.</summary>
    /// <param name="text">The text; empty for a new file.</param>
    /// <param name="variables">The variables. A line that sets one of them is replaced, all others stay.</param>
    /// <returns>The text.</returns>
    public static string Merge(string text, IReadOnlyDictionary<string, string> variables)
    {
        var missing = new SortedDictionary<string, string>(variables.ToDictionary(), StringComparer.Ordinal);
        var lines = text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Assignment().Match(lines[i]) is { Success: true } match && variables.TryGetValue(match.Groups["name"].Value, out var value))
            {
                lines[i] = Line(match.Groups["name"].Value, value);
                missing.Remove(match.Groups["name"].Value);
            }
        }

        return string.Concat(lines.Concat(missing.Select(one => Line(one.Key, one.Value))).Select(line => $"{line}\n"));
    }

    /// <summary>A line that sets a variable.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; line ends are written <c>\n</c>.</param>
    /// <returns>The line.</returns>
    public static string Line(string name, string value) =>
        Plain().IsMatch(value) ? $"{name}={value}"
        : value.Contains('\'', StringComparison.Ordinal) || value.Contains('\n', StringComparison.Ordinal)
            ? $"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal)}\""
            : $"{name}='{value}'";

    [GeneratedRegex(@"^\s*(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=", RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^[A-Za-z0-9_@%+:,./-]*$")]
    private static partial Regex Plain();
}
