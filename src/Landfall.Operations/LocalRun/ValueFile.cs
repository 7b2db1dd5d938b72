using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.LocalRun;

/// <summary>A file of lines <c>NAME=value</c>, as <c>.env</c> files have them.</summary>
internal static partial class ValueFile
{
    /// <summary>Reads it.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Names and values.</returns>
    /// <exception cref="LandfallException">It cannot be read, or a line is none.</exception>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.LocalValues, $"'{file}' cannot be read: {e.Message.TrimEnd('.')}. Name another file with --env-file.");
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            // The line itself is not told: there may be a secret in it.
            if (Assignment().Match(line) is not { Success: true } match)
                throw new LandfallException(ErrorCodes.LocalValues, $"{file}:{i + 1}: this line sets no variable. Write NAME=value, or begin it with #.");
            values[match.Groups["name"].Value] = Value(match.Groups["value"].Value);
        }

        return values;
    }

    private static string Value(string text) => text switch
    {
        ['\'', .. var inner, '\''] => inner,
        ['"', .. var inner, '"'] => Escape().Replace(inner, match => match.Value == "\\n" ? "\n" : match.Value[1..]),
        _ => text,
    };

    [GeneratedRegex(@"^(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
