using System.Text.RegularExpressions;

namespace Landfall.Operations.Specs.Reading;

/// <summary>
/// Reads <c>requirements.md</c>: each heading that begins with an id is a requirement, with one sentence below it, quoted lines that
/// say why, and checks. Everything under other headings is prose.
/// </summary>
internal sealed partial class RequirementsReader
{
    private readonly string _file;
    private readonly List<SpecFault> _faults = [];
    private readonly List<Requirement> _requirements = [];
    private (string Id, string Title, int Line)? _open;
    private readonly List<CheckLine> _checks = [];
    private readonly List<(int Line, string Text)> _sentences = [];
    private bool _continues;

    private RequirementsReader(string file) => _file = file;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, from the project's folder.</param>
    /// <param name="text">What is in it.</param>
    /// <returns>The requirements, and everything that is wrong.</returns>
    public static (IReadOnlyList<Requirement> Requirements, IReadOnlyList<SpecFault> Faults) Read(string file, string text)
    {
        var reader = new RequirementsReader(file);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (fence is not null)
            {
                if (line.StartsWith("```", StringComparison.Ordinal))
                    fence = null;
                else if (fence == "check" && line.Length > 0)
                    reader.Check(i + 1, line);
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = line[3..].Trim();
                reader._continues = false;
            }
            else
            {
                reader.Line(i + 1, line);
            }
        }

        reader.Close();
        return (reader._requirements, [.. reader._faults.OrderBy(fault => fault.Line)]);
    }

    private void Line(int number, string line)
    {
        if (line.StartsWith('#'))
        {
            Close();
            if (Heading().Match(line) is { Success: true } heading)
                Open(number, heading.Groups["id"].Value, heading.Groups["title"].Value.Trim());
            return;
        }

        if (Inline().Match(line) is { Success: true } check)
        {
            Check(number, check.Groups["check"].Value.Trim('`').Trim());
            return;
        }

        if (line.Length == 0 || line.StartsWith('>') || line.StartsWith("<!--", StringComparison.Ordinal))
        {
            _continues = false;
        }
        else if (_open is not null && _continues)
        {
            _sentences[^1] = (_sentences[^1].Line, $"{_sentences[^1].Text} {line}");
        }
        else if (_open is not null)
        {
            _sentences.Add((number, line));
            _continues = true;
        }
    }

    private void Open(int line, string id, string title)
    {
        if (_requirements.Find(other => other.Id == id) is { } other)
            Fault(line, $"'{id}' stands at line {other.Line} already. Give this one another id.");
        if (title.Length == 0)
            Fault(line, $"'{id}' has no title. Write '## {id} What it is about'.");
        _open = (id, title, line);
    }

    private void Check(int line, string text)
    {
        _continues = false;
        if (_open is null)
        {
            Fault(line, "This check stands under no requirement. Put it below a heading such as '## R1 What it is about'.");
            return;
        }

        var (check, fault) = CheckReader.Read(text);
        if (check is null)
            Fault(line, fault!);
        else
            _checks.Add(new CheckLine(line, text, check));
    }

    private void Close()
    {
        if (_open is var (id, title, line))
        {
            EarsSentence? sentence = null;
            if (_sentences.Count == 0)
                Fault(line, $"'{id}' says nothing. Write a sentence below its heading, for example 'The api shall answer within a second.'");
            foreach (var extra in _sentences.Skip(1))
                Fault(extra.Line, $"'{id}' has a second sentence. Give it a heading of its own, or put '>' before it where it says why.");
            if (_sentences.Count > 0)
            {
                (sentence, var fault) = EarsReader.Read(_sentences[0].Text);
                if (fault is not null)
                    Fault(_sentences[0].Line, fault);
            }

            _requirements.Add(new Requirement(id, title, _file, line, sentence, [.. _checks]));
        }

        _open = null;
        _continues = false;
        _checks.Clear();
        _sentences.Clear();
    }

    private void Fault(int line, string message) => _faults.Add(new SpecFault(_file, line, message));

    [GeneratedRegex(@"^#{2,6}\s+(?<id>[A-Z]{1,8}-?[0-9]{1,6}(\.[0-9]{1,6})?)(?=[\s:]|$)[\s:]*(?<title>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^([-*]\s+)?`?check:(?<check>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();
}
