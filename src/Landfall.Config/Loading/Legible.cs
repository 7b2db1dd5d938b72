using System.Globalization;
using System.Text;

namespace Landfall.Config.Loading;

/// <summary>
/// Makes what others wrote harmless to look at: it may be long, and may hold sequences that terminals obey, or that
/// hide or turn what stands beside them.
/// </summary>
internal static class Legible
{
    private const int Longest = 800;
    private const int Beginning = 500;
    private const int End = 250;

    /// <summary>One line: spells out what cannot be seen and leaves out the middle of what is too long.</summary>
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

        return Spelled(message, keepsLines: false);
    }

    /// <summary>Several lines, whole: spells out what cannot be seen.</summary>
    public static string Lines(string text) => Spelled(text, keepsLines: true);

    private static string Spelled(string text, bool keepsLines)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            spelled.Append(rune.Value switch
            {
                '\n' => keepsLines ? "\n" : @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when IsHidden(rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => rune.ToString(),
            });
        }

        return spelled.ToString();
    }

    /// <summary>True for controls, line separators, and marks that turn the direction of text.</summary>
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
