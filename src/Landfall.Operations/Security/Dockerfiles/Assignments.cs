using System.Text;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>Reads <c>NAME=value NAME="a value"</c>, and ENV's old <c>NAME value</c>.</summary>
internal static class Assignments
{
    /// <summary>Reads those of ARG, ENV or LABEL.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <returns>Names with values, unquoted; null for an ARG without one.</returns>
    public static IReadOnlyList<(string Name, string? Value)> Of(Instruction instruction)
    {
        var text = instruction.Arguments.Trim();
        var first = text.IndexOfAny([' ', '\t', '=']);
        if (instruction.Name != "ARG" && first > 0 && text[first] != '=')
            return [(text[..first], text[first..].Trim())];
        var found = new List<(string, string?)>();
        foreach (var word in Words(text))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            found.Add(equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]));
        }

        return found;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && quote != '\'' && i + 1 < text.Length)
                (word ??= new StringBuilder()).Append(text[++i]);
            else if (quote != '\0' ? c == quote : c is '"' or '\'')
                (quote, word) = (quote == '\0' ? c : '\0', word ?? new StringBuilder());
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
