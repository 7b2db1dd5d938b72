using System.Text.RegularExpressions;
using Landfall.Checks.Expectations;

namespace Landfall.Checks.Format;

/// <summary>Reads one request: comments, request line, headers, an empty line, body.</summary>
/// <param name="lines">The file.</param>
/// <param name="first">Where the part of this request begins, from 0.</param>
/// <param name="length">How many lines it has.</param>
/// <param name="variables">The file's variables.</param>
/// <param name="earlier">The requests before.</param>
/// <param name="faults">Gets what is wrong.</param>
internal sealed partial class RequestReader(
    string[] lines, int first, int length, FileVariables variables, IReadOnlyCollection<CheckRequest> earlier, List<CheckFault> faults)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    private static readonly string[] Tags = ["name", "expect", "no-redirect", "note", "no-cookie-jar", "no-log"];
    private readonly List<IExpectation> _expectations = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<string> _body = [];
    private string? _name, _method, _target;
    private int _line, _redirectStatus;
    private bool _follows = true;

    /// <summary>Reads it.</summary>
    /// <returns>The request; null where the part has none, or nothing that can be used.</returns>
    public CheckRequest? Read()
    {
        var inBody = false;
        for (var i = first; i < first + length; i++)
        {
            var line = lines[i];
            if (inBody)
                BodyLine(line, i);
            else if (string.IsNullOrWhiteSpace(line))
                inBody = _method is not null;
            else if (Comment().Match(line) is { Success: true } comment)
                Tagged(comment.Groups["text"], i);
            else if (_method is null && FileVariables.Defines(line))
                continue;
            else if (_method is null)
                RequestLine(line, i);
            else
                HeaderLine(line, i);
        }

        return Finish();
    }

    private CheckRequest? Finish()
    {
        if (_method is null)
        {
            if (_expectations.Count > 0)
                Fault(first, 0, "There are expectations here and no request. Write it below them, for example 'GET /health'.");
            return null;
        }

        if (_follows && _redirectStatus > 0)
            Fault(_redirectStatus - 1, 0, "A redirect is followed, so that its status is never seen. Add '# @no-redirect' to this request.");
        if (!_expectations.OfType<StatusExpectation>().Any())
            _expectations.Insert(0, StatusExpectation.Success);
        var body = string.Join('\n', _body).Trim('\n');
        return _target is null
            ? null
            : new CheckRequest(_line, _name, _method, _target, _headers, body.Length == 0 ? null : body, _follows, _expectations);
    }

    private void RequestLine(string line, int index)
    {
        var words = line.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (method, address) = words.Length == 1 ? ("GET", words[0]) : (words[0], words[1]);
        (_method, _line) = (method, index + 1);
        var column = line.IndexOf(address, StringComparison.Ordinal);
        if (!Methods.Contains(method))
            Fault(index, line.IndexOf(words[0], StringComparison.Ordinal), $"'{method}' is not a method that a check sends. Write one of {string.Join(", ", Methods)}, then the address.");
        else if (words.Length > 3 || (words.Length == 3 && !words[2].StartsWith("HTTP/", StringComparison.Ordinal)))
            Fault(index, line.IndexOf(words[2], column + address.Length, StringComparison.Ordinal), $"'{words[2]}' follows the address, which ends at a space. Write a space in it as %20.");
        else
            Address(variables.Expand(address, index + 1, column, earlier, faults), address, index, column);
    }

    private void Address(string expanded, string address, int index, int column)
    {
        const string Start = $"{{{{{FileVariables.BaseName}}}}}";
        var target = expanded.StartsWith(Start, StringComparison.Ordinal) ? expanded[Start.Length..] : expanded;
        if (target.Length == 0 || target[0] is '?')
            target = "/" + target;
        if (target[0] != '/' || target.StartsWith("//", StringComparison.Ordinal))
            Fault(index, column, $"'{address}' does not begin with '{Start}' or '/'. A check asks the service that is deployed and nothing else: write '{Start}/health' or '/health'.");
        else
            _target = target;
    }

    private void HeaderLine(string line, int index)
    {
        var trimmed = line.Trim();
        if (_headers.Count == 0 && trimmed[0] is '?' or '&')
        {
            var more = variables.Expand(trimmed, index + 1, line.IndexOf(trimmed, StringComparison.Ordinal), earlier, faults);
            _target = _target is null ? null : _target + more;
            return;
        }

        if (Header().Match(line) is not { Success: true } match)
        {
            Fault(index, 0, $"'{trimmed}' is not a header ('Name: value'). Leave a line empty between the headers and the body.");
            return;
        }

        var value = match.Groups["value"];
        _headers.Add(new(match.Groups["name"].Value, variables.Expand(value.Value.Trim(), index + 1, value.Index, earlier, faults)));
    }

    private void BodyLine(string line, int index)
    {
        if (Comment().Match(line) is { Success: true } comment && comment.Groups["text"].Value.StartsWith("@expect", StringComparison.Ordinal))
            Fault(index, 0, "This line would be sent, as a part of the body. Write what is expected above the request, or between it and the empty line.");
        else if (line.StartsWith("< ", StringComparison.Ordinal) || line.StartsWith("<@ ", StringComparison.Ordinal))
            Fault(index, 0, "A body of another file is not sent. Write the body here.");
        else if (line.StartsWith("> ", StringComparison.Ordinal))
            Fault(index, 0, "Scripts are not run. Write what is expected as a comment above the request, for example '# @expect status 200'.");
        else
            _body.Add(variables.Expand(line, index + 1, 0, earlier, faults));
    }

    private void Tagged(Group comment, int index)
    {
        if (Tag().Match(comment.Value) is not { Success: true } tag)
            return;
        var (name, value) = (tag.Groups["name"].Value, tag.Groups["value"]);
        var column = comment.Index + value.Index + value.Value.Length - value.Value.TrimStart().Length;
        switch (name)
        {
            case "expect":
                Expect(value.Value.Trim(), index, column);
                break;
            case "name" when value.Value.Trim() is { Length: > 0 } title && earlier.All(request => request.Name != title):
                _name = title;
                break;
            case "name":
                Fault(index, column, value.Value.Trim().Length == 0 ? "The name is missing." : $"An earlier request is called '{value.Value.Trim()}' already. Give this one another name.");
                break;
            case "no-redirect":
                _follows = false;
                break;
            default:
                if (!Tags.Contains(name))
                    Fault(index, comment.Index, $"'@{name}' is not known. Known are {string.Join(", ", Tags.Select(known => "@" + known))}; begin a comment that is meant for people with another character.");
                break;
        }
    }

    private void Expect(string text, int index, int column)
    {
        var expectation = ExpectationReader.Read(text, out var fault);
        if (expectation is null)
        {
            Fault(index, column, fault!);
            return;
        }

        if (expectation is StatusExpectation { IsRedirect: true })
            _redirectStatus = index + 1;
        _expectations.Add(expectation);
    }

    private void Fault(int index, int column, string message) => faults.Add(new CheckFault(index + 1, Math.Max(column, 0) + 1, message));

    [GeneratedRegex(@"^\s*(#|//)\s?(?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*@(?<name>[A-Za-z][\w-]*)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
