using System.Text.RegularExpressions;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>
/// Says in the user's terms what is wrong with text that is not YAML. The parser speaks of its own states, and often
/// names the place where it gave up instead of the one to mend; the lines around tell more.
/// </summary>
internal sealed partial class YamlFault(string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Explains a failure.</summary>
    /// <param name="mark">Where the parser gave up.</param>
    /// <param name="message">What the parser says.</param>
    public LandfallException Explain(Mark mark, string message)
    {
        // The parser may count a form feed, or the end, otherwise.
        var line = Math.Min(mark.Line, _lines.Length);
        mark = new Mark(line, Math.Min(mark.Column, _lines[line - 1].Length + 1));
        var (place, words) = message switch
        {
            _ when Has("invalid tab") || Has("tab character") => Tab(mark),
            _ when Has("surrogate") => (mark, "This text has half of a surrogate pair in it."),
            _ when Has("escape") || Has("hexadecimal") => Escape(mark),
            _ when Has("quoted scalar") => (mark, $"The quote {Character(mark)} that opens here is not closed. Close it on the same line, or indent the lines that go on with the text."),
            _ when Has("cannot start any token") || Has("anchor or alias") || Has("directive") =>
                (mark, $"A text cannot begin with '{Character(mark)}'. Put it in quotes."),
            _ when Has("block scalar") => (mark, "Only a comment may follow '|' or '>' on its line. Begin the text on the next line, or put it in quotes."),
            _ when Has("'-' indicator") => (mark, "This line is no item of the list above it. Begin it with '- ', or correct its indentation."),
            _ when Has("invalid mapping") && Before(mark).AsSpan().Trim().ContainsAny(" \"'") => Colon(mark),
            _ when Has("invalid mapping") => Continued(mark),
            _ when Has("expected key") || Has("expected ':'") => Line(mark),
            _ => Brackets(mark),
        };
        return UnusableInput.At(place, ErrorCodes.Syntax, words);

        bool Has(string part) => message.Contains(part, StringComparison.Ordinal);
    }

    private static (Mark Place, string Words) Colon(Mark mark) =>
        (mark, "A text with ': ' in it has to be in quotes. If this begins another key, put it on a line of its own.");

    private (Mark Place, string Words) Tab(Mark mark)
    {
        var line = mark.Line;
        while (line < _lines.Length && !Indentation(line).Contains('\t'))
        {
            line++;
        }

        return (new Mark(line, Indentation(line).IndexOf('\t') + 1), "This line is indented with a tab, but YAML knows only spaces there. Write spaces.");
    }

    private (Mark Place, string Words) Escape(Mark mark)
    {
        var line = _lines[mark.Line - 1];
        var wrong = Escapes().EnumerateMatches(line, mark.Column - 1);
        foreach (var match in wrong)
        {
            var escape = line.AsSpan(match.Index, match.Length);
            if (!ValidEscape().IsMatch(escape))
            {
                var shown = line.AsSpan(match.Index, Math.Min(2, match.Length));
                return (new Mark(mark.Line, match.Index + 1), $"'{shown}' is no escape of double-quoted text. Write '\\\\' for a backslash, or use single quotes.");
            }
        }

        return (mark, "This double-quoted text has an unknown escape. Write '\\\\' for a backslash, or use single quotes.");
    }

    /// <summary>A key that the parser takes for more text of the value above it.</summary>
    private (Mark Place, string Words) Continued(Mark mark)
    {
        var above = mark.Line - 1;
        while (above > 0 && Content(above).Length == 0)
        {
            above--;
        }

        return above > 0 && Typo(above) is { } typo
            ? typo
            : (AtContent(mark.Line), $"'{Before(mark).Trim()}' is indented deeper than the key above it, which has a value already. Indent it like its neighbours.");
    }

    /// <summary>A line that does not fit among the keys around it.</summary>
    private (Mark Place, string Words) Line(Mark mark)
    {
        if (Character(mark) is "}" or "]")
        {
            return (mark, $"This '{Character(mark)}' closes nothing. Remove it, or open what it closes.");
        }

        if (Before(mark).TrimEnd() is [.., '"' or '\''])
        {
            return (mark, "Text goes on behind a closing quote. Put all of it in quotes; a quote in it is written '' in single quotes and \\\" in double quotes.");
        }

        var line = mark.Line;
        while (line > 1 && Content(line).Length == 0)
        {
            line--;
        }

        return Typo(line)
            ?? (Content(line).StartsWith("- ", StringComparison.Ordinal)
                ? (AtContent(line), "A list's item stands among keys. Indent it below the key whose list it is in.")
                : (AtContent(line), "This line's indentation fits no line above it, or the line above is not complete. Indent it like its neighbours."));
    }

    private (Mark Place, string Words) Brackets(Mark mark) =>
        YamlBrackets.FindFault(_lines) is { } fault
            ? fault
            : (mark, "Something is missing or too much here: a value, a comma, or a quote. Correct it, or put the text in quotes.");

    /// <summary>What is wrong with a line that should begin with a key.</summary>
    private (Mark Place, string Words)? Typo(int line) => Content(line) switch
    {
        ['<', '<', '<', '<', ..] or ['=', '=', '=', '=', ..] or ['>', '>', '>', '>', ..] =>
            (AtContent(line), "This is the mark of a merge conflict. Choose one of the two versions."),
        var content when KeyWithoutSpace().Match(content) is { Success: true } key =>
            (new Mark(line, AtContent(line).Column + key.Length), $"A space is missing behind '{key.Value}'. Write '{key.Value} …'."),
        var content when DashWithoutSpace().IsMatch(content) =>
            (AtContent(line), "A space is missing behind the '-' of a list's item. Write '- …'."),
        var content when !content.Contains(':') && !content.StartsWith('-') =>
            (AtContent(line), $"'{content}' is no key: a ':' is missing. Write 'key: value'."),
        _ => null,
    };

    private string Character(Mark mark) =>
        mark.Column <= _lines[mark.Line - 1].Length ? _lines[mark.Line - 1][mark.Column - 1].ToString() : "";

    private string Before(Mark mark) => _lines[mark.Line - 1][..(mark.Column - 1)];

    private string Indentation(int line) => _lines[line - 1][..^_lines[line - 1].TrimStart().Length];

    private string Content(int line) => _lines[line - 1].Trim() is ['#', ..] ? "" : _lines[line - 1].Trim();

    private Mark AtContent(int line) => new(line, Indentation(line).Length + 1);

    [GeneratedRegex(@"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|.)")]
    private static partial Regex Escapes();

    [GeneratedRegex("""^\\(?:x.{2}|u.{4}|U.{8}|[0abt\tnvfre "/\\N_LP])$""")]
    private static partial Regex ValidEscape();

    [GeneratedRegex(@"^(?:- )?[\w.-]+:(?=[^\s:])")]
    private static partial Regex KeyWithoutSpace();

    [GeneratedRegex(@"^-[\w""'{[]")]
    private static partial Regex DashWithoutSpace();
}
