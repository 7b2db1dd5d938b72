using System.Text.RegularExpressions;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Pairs the brackets of YAML text that the parser does not take.</summary>
internal static partial class YamlBrackets
{
    /// <summary>Finds the first bracket that is not closed, or closed by one of the other kind.</summary>
    /// <param name="lines">The text.</param>
    public static (Mark Place, string Words)? FindFault(string[] lines)
    {
        var open = new Stack<(char Bracket, Mark Mark)>();
        var quote = '\0';
        var block = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var indentation = line.Length - line.TrimStart().Length;
            if (indentation == line.Length || indentation > block && block >= 0)
            {
                continue;
            }

            block = open.Count == 0 && BlockText().IsMatch(line) ? indentation : -1;
            var before = '\n';
            for (var j = 0; j < line.Length; j++)
            {
                var c = line[j];
                var mark = new Mark(i + 1, j + 1);
                if (quote != '\0')
                {
                    j += c == '\\' && quote == '"' ? 1 : 0;
                    quote = c == quote ? '\0' : quote;
                }
                else if (c == '#' && (j == 0 || line[j - 1] is ' ' or '\t'))
                {
                    break;
                }
                else if (c is '"' or '\'' && BeginsValue(before))
                {
                    quote = c;
                }
                else if (c is '[' or '{' && (open.Count > 0 || BeginsValue(before)))
                {
                    open.Push((c, mark));
                }
                else if (c is ']' or '}' && open.TryPop(out var opened) && Closer(opened.Bracket) != c)
                {
                    return (opened.Mark, $"This '{opened.Bracket}' is not closed before the '{c}' on line {mark.Line}. Write '{Closer(opened.Bracket)}' where it ends.");
                }

                before = char.IsWhiteSpace(c) ? before : c;
            }
        }

        return open.TryPeek(out var left)
            ? (left.Mark, $"This '{left.Bracket}' is never closed. Write '{Closer(left.Bracket)}' where it ends.")
            : null;
    }

    /// <summary>Inside a plain text, quotes and brackets are nothing but characters.</summary>
    private static bool BeginsValue(char before) => before is '\n' or ':' or '-' or ',' or '[' or '{';

    private static char Closer(char opening) => opening == '[' ? ']' : '}';

    [GeneratedRegex(@"[:-][ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")]
    private static partial Regex BlockText();
}
