using System.Text;
using Landfall.Config.Alarms;

namespace Landfall.Mcp.Resources;

/// <summary>A runbook as Markdown.</summary>
internal static class RunbookText
{
    /// <summary>Writes it.</summary>
    /// <param name="book">The runbook.</param>
    /// <returns>The text.</returns>
    public static string Of(Runbook book)
    {
        var text = new StringBuilder($"# {book.Title}\n\n{book.Means}\n\nLook at:\n\n");
        foreach (var look in book.Look)
            text.Append("- ").Append(look).Append('\n');
        text.Append("\nDo:\n\n");
        foreach (var act in book.Do)
            text.Append("- ").Append(act).Append('\n');
        return text.ToString();
    }
}
