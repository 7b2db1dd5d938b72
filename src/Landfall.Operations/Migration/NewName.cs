using System.Text.RegularExpressions;

namespace Landfall.Operations.Migration;

/// <summary>Names of the file's, from those of another tool's.</summary>
internal static partial class NewName
{
    /// <summary>Makes a name.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Lower-case letters, digits and single hyphens, beginning with a letter.</returns>
    public static string Of(string text)
    {
        var name = Other().Replace(Hump().Replace(text, "-").ToLowerInvariant(), "-").Trim('-');
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : $"x-{name}".TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Hump();
}
