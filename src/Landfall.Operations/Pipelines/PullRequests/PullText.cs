using System.Globalization;
using System.Text;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>
/// Texts that a pull request's author may have written, made fit for a comment: whatever they hold, it mentions nobody, links to
/// nothing, is no HTML and no command ("quick action") of GitLab's. In a fenced block of code none of these means anything
/// (CommonMark, "Fenced code blocks"; GitLab documentation, "Quick actions").
/// </summary>
internal static class PullText
{
    private const string Mark = "```";

    private const int LongestLine = 1000;

    private const int LongestName = 200;

    // The line that says how many are left out.
    private const int LongestEnd = 40;

    /// <summary>Text in one line, without what cannot be seen.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters.</param>
    /// <returns>The line.</returns>
    public static string Line(string text, int most) => Cut(Visible(text).Replace('\n', ' '), most);

    /// <summary>A name among words of a comment: what could mean something there becomes a question mark.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    public static string Name(string name) =>
        Cut(string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ' ' or ',' or ':' or '+' or '$' or '.' ? c : '?')), LongestName);

    /// <summary>Lines in a block of code.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="most">The most characters of the block.</param>
    /// <returns>The block, with a last line that says how many are left out.</returns>
    public static string Fence(IEnumerable<string> lines, int most)
    {
        var all = lines.SelectMany(line => Visible(line).Split('\n')).Select(line => Cut(line.Replace(Mark, "'''", StringComparison.Ordinal), LongestLine)).ToList();
        var block = new StringBuilder($"{Mark}text\n");
        var room = most - (2 * Mark.Length) - LongestEnd;
        var written = 0;
        foreach (var line in all.TakeWhile(line => block.Length + line.Length < room))
        {
            block.Append(line).Append('\n');
            written++;
        }

        if (written < all.Count)
            block.Append(CultureInfo.InvariantCulture, $"… and {all.Count - written} more lines\n");
        return block.Append(Mark).Append('\n').ToString();
    }

    /// <summary>A line's ends as line feeds. Other control characters, and those that turn the direction of text, could hide what is there.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var hidden = rune.Value is not '\n' and not '\t'
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            visible.Append(hidden ? Rune.ReplacementChar : rune);
        }

        return visible.ToString();
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
    }
}
