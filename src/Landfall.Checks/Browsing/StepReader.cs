using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Landfall.Checks.Format;

namespace Landfall.Checks.Browsing;

/// <summary>Reads the steps of a browser file. What a person reads is in quotes, as in JSON; what is not is a CSS selector.</summary>
/// <param name="variables">The file's variables.</param>
/// <param name="faults">Gets what is wrong.</param>
internal sealed partial class StepReader(FileVariables variables, List<CheckFault> faults)
{
    private const string Kinds = "'open /orders', 'click \"Sign in\"', 'type \"me\" into \"Name\"', 'press Enter', 'expect text \"Welcome\"', 'timeout 20s'";
    private const string Expectations = "'expect text \"Welcome\"', 'expect no text \"Error\"', 'expect element #cart', 'expect title ~ \"Shop\"', 'expect url == \"/orders\"'";
    private const string Quotes = "Text stands in double quotes; \\\" is a quote in it and \\\\ a backslash.";
    private static readonly string[] Keys = ["Enter", "Tab", "Escape"];
    private readonly List<SecretUse> _secrets = [];
    private int _timeout = (int)CheckLimits.Step.TotalMilliseconds;
    private int _line;
    private string _title = "";

    /// <summary>The secrets that have been read of, each where it stands first.</summary>
    public IReadOnlyList<SecretUse> Secrets => _secrets;

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <returns>The step; null where there is none, or nothing that can be used.</returns>
    public BrowserStep? Read(string text, int line)
    {
        var words = FirstWord().Match(text);
        var (word, rest) = (words.Groups["word"], words.Groups["rest"]);
        (_line, _title) = (line, text.Trim());
        switch (word.Value)
        {
            case "open":
                return Open(rest);
            case "click":
                return Target(rest.Value, rest.Index) is { } target ? Step(StepAction.Click) with { Target = target } : null;
            case "type":
                return Type(rest);
            case "press" when Keys.Contains(rest.Value):
                return Step(StepAction.Press) with { Key = rest.Value };
            case "press":
                return Fault(rest.Index, $"'{rest.Value}' is not a key that a step presses. Write one of {string.Join(", ", Keys)}.");
            case "expect":
                return Expect(rest);
            case "timeout":
                return Timeout(rest);
            default:
                return Fault(word.Index, $"'{word.Value}' is not a step. Write for example {Kinds}.");
        }
    }

    private BrowserStep? Open(Group rest)
    {
        const string Start = $"{{{{{FileVariables.BaseName}}}}}";
        var given = rest.Value == Start ? "/" : rest.Value.StartsWith(Start, StringComparison.Ordinal) ? rest.Value[Start.Length..] : rest.Value;
        if (Expand(given, rest.Index) is not { } path)
            return null;
        if (path.Length == 0 || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || path.Any(char.IsWhiteSpace))
            return Fault(rest.Index, $"'{rest.Value}' is not a page of the service. Write what follows its address, for example 'open /orders', with a space as %20.");
        return Step(StepAction.Open) with { Path = path };
    }

    private BrowserStep? Type(Group rest)
    {
        if (Typed().Match(rest.Value) is not { Success: true } match)
            return Fault(rest.Index, $"'{rest.Value}' is not a text and a field. Write for example 'type \"me@example.com\" into \"E-mail\"', or 'into #email'. {Quotes}");
        var (value, target) = (match.Groups["value"], match.Groups["target"]);
        if (Unquote(value.Value, rest.Index + value.Index) is not { } text || Target(target.Value, rest.Index + target.Index) is not { } field)
            return null;
        if (text.Length == 0)
            return Fault(rest.Index, "There is nothing to type. Write the text between the quotes.");
        return Parts(text, rest.Index + value.Index) is { } parts ? Step(StepAction.Type) with { Value = parts, Target = field } : null;
    }

    /// <summary>What is typed, with secrets by their names.</summary>
    private List<TypedPart>? Parts(string text, int column)
    {
        var parts = new List<TypedPart>();
        var from = 0;
        foreach (Match use in SecretOf().Matches(text))
        {
            var name = use.Groups["name"].Value;
            if (Expand(text[from..use.Index], column) is not { } before)
                return null;
            if (before.Length > 0)
                parts.Add(new TypedPart(before, null));
            parts.Add(new TypedPart(null, name));
            if (!_secrets.Exists(secret => secret.Name == name))
                _secrets.Add(new SecretUse(name, _line, column + 1));
            from = use.Index + use.Length;
        }

        if (Expand(text[from..], column) is not { } after)
            return null;
        if (after.Length > 0)
            parts.Add(new TypedPart(after, null));
        return parts;
    }

    private BrowserStep? Expect(Group rest)
    {
        if (Expected().Match(rest.Value) is not { Success: true } match)
            return Fault(rest.Index, $"'{rest.Value}' cannot be expected. Write for example {Expectations}.");
        var (what, value, not) = (match.Groups["what"].Value, match.Groups["value"], match.Groups["not"].Success);
        var column = rest.Index + value.Index;
        switch (what)
        {
            case "element":
                return Target(value.Value, column) is { } target ? Step(StepAction.Element) with { Target = target, Not = not } : null;
            case "text":
                return Text(value.Value, column) is { } text ? Step(StepAction.Text) with { Expected = text, Not = not } : null;
            case var _ when Compared().Match(value.Value) is { Success: true } compared && !not:
                var expected = Text(compared.Groups["value"].Value, column + compared.Groups["value"].Index);
                return expected is null ? null : Step(what == "title" ? StepAction.Title : StepAction.Url) with { Sign = compared.Groups["sign"].Value, Expected = expected };
            default:
                return Fault(column, $"'{value.Value}' is not a comparison with a text. Write for example 'expect {what} ~ \"{(what == "title" ? "Shop" : "/orders")}\"' (has it in it), or ==, !=, !~.");
        }
    }

    private BrowserStep? Timeout(Group rest)
    {
        var match = Span().Match(rest.Value);
        var time = match.Success ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value == "ms" ? 1 : 1000) : 0;
        if (time <= 0 || time > CheckLimits.LongestStep.TotalMilliseconds)
            return Fault(rest.Index, $"'{rest.Value}' is not a time for the steps that follow. Write for example 'timeout 20s'; {CheckLimits.LongestStep.TotalSeconds}s is the longest.");
        _timeout = (int)Math.Ceiling(time);
        return null;
    }

    private StepTarget? Target(string text, int column)
    {
        if (text.StartsWith('"'))
            return Text(text, column) is { } shown ? new StepTarget(shown, null) : null;
        if (Expand(text, column) is not { } css)
            return null;

        // 'Sign in' would be a selector: of an element <in> within a <Sign>. Who writes that has forgotten the quotes.
        if (css.Length == 0 || (css.Any(char.IsWhiteSpace) && css.IndexOfAny(['#', '.', '[', ':', '>', '+', '~', '*', ',']) < 0))
        {
            Fault(column, css.Length == 0 ? "What is meant is missing. Write what is written on it, \"Sign in\", or a CSS selector such as #sign-in." : $"'{css}' is a CSS selector for elements within elements. If it is what is written there, put it in quotes: \"{css}\"; if not, write '>' between the elements.");
            return null;
        }

        return new StepTarget(null, css);
    }

    /// <summary>A text that is shown: something has to be in it, and no secret is told.</summary>
    private string? Text(string quoted, int column)
    {
        if (Unquote(quoted, column) is not { } text || Expand(text, column) is not { } expanded)
            return null;
        if (expanded.Trim().Length > 0)
            return expanded;
        Fault(column, "The text is empty. Write what is shown between the quotes.");
        return null;
    }

    private string? Unquote(string quoted, int column)
    {
        if (quoted.StartsWith('"') && JsonText.Read(quoted) is { ValueKind: JsonValueKind.String } text)
            return text.GetString();
        Fault(column, $"'{quoted}' is not a text in quotes. {Quotes}");
        return null;
    }

    private string? Expand(string text, int column)
    {
        string? unknown = null;
        var expanded = FileVariables.Use().Replace(text, use =>
        {
            var value = variables.Find(use.Groups["name"].Value.Trim());
            unknown ??= value is null ? use.Value : null;
            return value ?? use.Value;
        });
        if (unknown is null)
            return expanded;
        Fault(column, $"'{unknown}' is not known here. '@name = value' further up defines '{{{{name}}}}', '{{{{base}}}}' begins the address of 'open', and '{{{{secret.name}}}}' is typed.");
        return null;
    }

    private BrowserStep Step(StepAction action) => new(_line, _title, action, _timeout);

    private BrowserStep? Fault(int column, string message)
    {
        faults.Add(new CheckFault(_line, column + 1, message));
        return null;
    }

    [GeneratedRegex(@"^\s*(?<word>\S+)\s*(?<rest>.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?<value>""(?:[^""\\]|\\.)*"")\s+into\s+(?<target>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^(?<not>no\s+)?(?<what>text|element|title|url)(\s+(?<value>.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Expected();

    [GeneratedRegex(@"^(?<sign>==|!=|!~|~)\s*(?<value>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^(?<number>\d{1,6}(\.\d{1,3})?)\s*(?<unit>ms|s)$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"\{\{\s*secret\.(?<name>[a-zA-Z0-9_-]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex SecretOf();
}
