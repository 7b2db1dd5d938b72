using System.Text.RegularExpressions;

namespace Landfall.Config.Binding;

/// <summary>Recognises what other tools replace by a value: Compose and the shell, GitHub, CloudFormation, Serverless.</summary>
internal static partial class Placeholder
{
    /// <summary>Says what to write in place of a placeholder that nothing here replaces.</summary>
    /// <param name="text">The value.</param>
    /// <returns>A sentence; null when there is none in the text.</returns>
    public static string? Advice(string text)
    {
        if (Match(text) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        var variable = Regex.Replace(name.Split('.', ':', '/')[^1], "[^A-Za-z0-9_]", "_").ToUpperInvariant();
        var otherwise = match.Groups["otherwise"] is { Success: true } given ? $":-{given.Value}" : "";
        return $"Nothing replaces '{match.Value}' here. A value of the shell is ${{env:{(variable.Length > 0 ? variable : "NAME")}{otherwise}}}; what belongs to an environment stands in 'environments'.";
    }

    private static Match Match(string text) => Pattern().Match(text);

    [GeneratedRegex(@"\$\{\{\s*(?<name>[A-Za-z_][\w.]*)\s*\}\}|\$\{(?!env:)(?<name>[A-Za-z_][\w.:/-]*?)(:?-(?<otherwise>[^}]*))?\}|\{\{\s*\.?(?<name>[A-Za-z_][\w.]*)\s*\}\}|<%=?\s*(?<name>[\w.]+)\s*%>|^\$(?<name>[A-Z_][A-Z0-9_]*)$")]
    private static partial Regex Pattern();
}
