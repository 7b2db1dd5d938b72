using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>Replaces <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c> and <c>${NAME:+other}</c>, as Docker does.</summary>
internal static partial class Expansion
{
    /// <summary>Replaces them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The variables; null stands for one that is given at the build.</param>
    /// <returns>The text; null where a variable decides it that is not known.</returns>
    public static string? Of(string text, IReadOnlyDictionary<string, string?> variables)
    {
        var known = !text.Contains("{{", StringComparison.Ordinal); // a template of another tool's fills that in
        var expanded = Variable().Replace(text, match =>
        {
            var name = match.Groups["name"].Success ? match.Groups["name"].Value : match.Groups["braced"].Value;
            var (value, word) = (variables.GetValueOrDefault(name), match.Groups["word"].Value);
            var replaced = match.Groups["how"].Value switch
            {
                "-" => string.IsNullOrEmpty(value) ? word : value,
                "+" => string.IsNullOrEmpty(value) ? "" : word,
                _ => value,
            };
            known &= replaced is not null;
            return replaced ?? "";
        });
        return known ? expanded : null;
    }

    [GeneratedRegex(@"\$(?:(?<name>\w+)|\{(?<braced>\w+)(?::?(?<how>[-+?])(?<word>[^}]*))?[^}]*\})")]
    private static partial Regex Variable();
}
