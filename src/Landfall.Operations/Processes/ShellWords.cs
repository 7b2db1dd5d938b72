using System.Text;

namespace Landfall.Operations.Processes;

/// <summary>Splits a command into words as a shell does, quotes and backslashes minded, without expanding anything.</summary>
internal static class ShellWords
{
    /// <summary>Splits it.</summary>
    /// <param name="text">The command.</param>
    /// <returns>The words.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\'' ? c != '\'' : c == '\\' && i + 1 < text.Length && (quote == '\0' || text[i + 1] is '"' or '\\' or '$'))
                (word ??= new StringBuilder()).Append(quote == '\'' ? c : text[++i]);
            else if (quote != '\0' && c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'' && quote == '\0')
                (quote, word) = (c, word ?? new StringBuilder());
            else if (quote == '\0' && char.IsWhiteSpace(c))
                End();
            else
                (word ??= new StringBuilder()).Append(c);
        }

        End();
        return words;

        void End()
        {
            if (word is not null)
                words.Add(word.ToString());
            word = null;
        }
    }
}
