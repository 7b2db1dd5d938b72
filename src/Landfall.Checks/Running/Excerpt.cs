using System.Text;

namespace Landfall.Checks.Running;

/// <summary>As much of an answer as a person wants to see in one line.</summary>
internal static class Excerpt
{
    private const int Longest = 200;

    /// <summary>A text in quotes, on one line and cut.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A part of a line.</returns>
    public static string Quote(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text.Length > Longest ? text[..Longest] : text)
            line.Append(char.IsControl(character) ? ' ' : character);
        return $"'{line.ToString().Trim()}{(text.Length > Longest ? "…" : "")}'";
    }

    /// <summary>The body of an answer that failed, where it says something.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>A part of a line, or nothing.</returns>
    public static string Of(CheckAnswer answer) => answer.Text.Trim().Length == 0 ? "" : $": {Quote(answer.Text)}";
}
