using System.Text;

namespace Landfall.Operations.Documents.Writing;

/// <summary>Text that Markdown shows as it is.</summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*[]<>|~&$";

    /// <summary>Writes a phrase on one line.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <returns>Markdown.</returns>
    public static string Of(Phrase phrase) => phrase.Page is { } link ? $"[{Escape(phrase.Text)}]({Address(link)})" : Escape(phrase.Text);

    /// <summary>Escapes what Markdown or HTML would take for a mark.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Markdown on one line.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsControl(letter))
            {
                escaped.Append(' '); // a line's end would end the table, too
                continue;
            }

            // Within a word an underscore is no mark (CommonMark 6.2); at a line's beginning these would be a heading or a list.
            var isMark = Marks.Contains(letter, StringComparison.Ordinal)
                || (letter == '_' && !(IsWord(text, at - 1) && IsWord(text, at + 1)))
                || (at == 0 && letter is '#' or '-' or '+' or '=');
            escaped.Append(isMark ? "\\" : "").Append(letter);
        }

        return escaped.ToString();
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    /// <summary>What would end the address, or the line, is written as a URL writes it.</summary>
    private static string Address(string link) =>
        string.Concat(link.Select(letter => letter is '(' or ')' or '<' or '>' or '[' or ']' or '\\' or '|' or '"' || char.IsWhiteSpace(letter) || char.IsControl(letter) ? Uri.HexEscape(letter < 256 ? letter : ' ') : letter.ToString()));
}
