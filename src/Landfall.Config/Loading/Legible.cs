using System.Globalization;
using System.Text;

namespace Landfall.Config.Loading;

/// <summary>
/// Makes a message one harmless line: it holds text of the file, which may be long and may hold sequences that
/// terminals obey.
/// </summary>
internal static class Legible
{
    private const int Longest = 800;
    private const int Beginning = 500;
    private const int End = 250;

    /// <summary>Spells out what cannot be seen and leaves out the middle of what is too long.</summary>
    public static string Line(string message)
    {
        if (message.Length > Longest)
        {
            message = $"{message[..Beginning]} … {message[^End..]}";
        }

        if (message.All(c => c is >= ' ' and <= '~'))
        {
            return message;
        }

        var line = new StringBuilder();
        foreach (var rune in message.EnumerateRunes())
        {
            line.Append(rune.Value switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when IsHidden(rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => rune.ToString(),
            });
        }

        return line.ToString();
    }

    /// <summary>True for controls, line separators, and marks that turn the direction of text.</summary>
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
