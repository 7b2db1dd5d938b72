using System.Text;
using System.Text.Json;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>Splits a shell's script into its commands, quotes minded, without expanding anything.</summary>
internal static class ShellCommands
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "if", "then", "else", "elif", "fi", "for", "do", "done", "while", "until", "!", "{", "}", "case", "esac" };

    /// <summary>Splits what follows RUN.</summary>
    /// <param name="text">The script, or a JSON list of words.</param>
    /// <param name="documents">Its here-documents, which are scripts where the text is nothing but their beginning.</param>
    /// <returns>The commands.</returns>
    public static IReadOnlyList<ShellCommand> Of(string text, IReadOnlyList<string> documents)
    {
        if (Words(text) is { } words)
            return words.Count == 0 ? [] : Script(words) is { } inner ? Of(inner, []) : [new ShellCommand(words, Piped: false)];
        var commands = Split(text);
        return documents.Count > 0 && text.TrimStart().StartsWith("<<", StringComparison.Ordinal) ? [.. documents.SelectMany(Split)] : commands;
    }

    /// <summary>The words of the exec form, or null for a script.</summary>
    public static IReadOnlyList<string>? Words(string text)
    {
        if (text.TrimStart() is not ['[', ..])
            return null;
        try
        {
            return JsonSerializer.Deserialize<List<string>>(text);
        }
        catch (JsonException)
        {
            return null; // Docker takes it for a script too
        }
    }

    private static string? Script(IReadOnlyList<string> words) =>
        words is [var shell, "-c" or "-ec" or "-lc" or "-exc", var script, ..] && shell.Split('/')[^1] is "sh" or "bash" or "ash" or "dash" ? script : null;

    private static List<ShellCommand> Split(string script)
    {
        var commands = new List<ShellCommand>();
        var words = new List<string>();
        StringBuilder? word = null;
        var (quote, piped) = ('\0', false);
        for (var i = 0; i < script.Length; i++)
        {
            var c = script[i];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
                else
                    word!.Append(c == '\\' && quote == '"' && i + 1 < script.Length ? script[++i] : c);
            }
            else if (c is '"' or '\'')
            {
                (quote, word) = (c, word ?? new StringBuilder());
            }
            else if (c == '\\' && i + 1 < script.Length)
            {
                i++;
                if (script[i] != '\n')
                    (word ??= new StringBuilder()).Append(script[i]);
            }
            else if (c == '#' && word is null)
            {
                while (i + 1 < script.Length && script[i + 1] != '\n')
                    i++;
            }
            else if (c is '|' or '&' or ';' or '\n' or '(' or ')')
            {
                EndWord();
                var next = i + 1 < script.Length ? script[i + 1] : '\0';
                var isPipe = c == '|' && next != '|';
                EndCommand(isPipe);
                if (c is '|' or '&' && next is '|' or '&')
                    i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                EndWord();
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        EndWord();
        EndCommand(false);
        return commands;

        void EndWord()
        {
            if (word is not null && !(words.Count == 0 && (Keywords.Contains(word.ToString()) || IsAssignment(word.ToString()))))
                words.Add(word.ToString());
            word = null;
        }

        void EndCommand(bool pipes)
        {
            if (words.Count > 0)
                commands.Add(new ShellCommand([.. words], piped));
            words.Clear();
            piped = pipes;
        }
    }

    private static bool IsAssignment(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && word.AsSpan(0, at).TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789").IsEmpty;
}
