using Landfall.Config;

namespace Landfall.Cli.Terminal;

/// <summary>Secret values that are piped into the program.</summary>
internal static class SecretInput
{
    /// <summary>Reads the values of variables: of one all that there is, of several a line <c>NAME=value</c> each.</summary>
    /// <param name="names">The variables.</param>
    /// <param name="input">What came; empty at a terminal, where they are asked for.</param>
    /// <returns>The values by name, empty where none came.</returns>
    /// <exception cref="LandfallException">A line is no variable of these. No message has a value in it.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> names, string input)
    {
        var values = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        if (values.Count == 1)
        {
            values[names[0]] = WithoutLineEnd(input);
            return values;
        }

        foreach (var (number, line) in input.Split('\n').Index())
        {
            var text = WithoutLineEnd(line + "\n");
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && values.ContainsKey(text[..at]))
                values[text[..at]] = text[(at + 1)..];
            else if (text.Length > 0)
                throw new LandfallException(ErrorCodes.RunChoice, $"Line {number + 1} of standard input is not NAME=value with a name of '--secret-var': {string.Join(", ", values.Keys)}.");
        }

        return values;
    }

    /// <summary>Takes the line end away that echo, an editor or a pipe puts behind a value.</summary>
    /// <param name="text">What came.</param>
    /// <returns>The value.</returns>
    public static string WithoutLineEnd(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
