using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Landfall.Checks.Expectations;

/// <summary>Reads what follows <c># @expect</c>.</summary>
internal static partial class ExpectationReader
{
    private const string Kinds = "'status 200', 'header content-type ~ json', 'json $.status == \"ok\"', 'body ~ text', 'time < 500ms'";

    /// <summary>Reads an expectation.</summary>
    /// <param name="text">For example <c>status 200</c>.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <returns>The expectation; null where it cannot be read.</returns>
    public static IExpectation? Read(string text, out string? fault)
    {
        var words = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Length > 1 ? words[1] : "";
        fault = null;
        return (words.Length > 0 ? words[0] : "") switch
        {
            "status" => Status(rest, out fault),
            "header" => Header(rest, out fault),
            "json" => Json(rest, out fault),
            "body" => Body(rest, out fault),
            "time" => Time(rest, out fault),
            var other => Wrong(other.Length == 0 ? $"What is expected is missing. Write for example {Kinds}." : $"'{other}' cannot be expected. Write for example {Kinds}.", out fault),
        };
    }

    private static IExpectation? Status(string rest, out string? fault)
    {
        fault = null;
        var allowed = (rest.StartsWith("==", StringComparison.Ordinal) ? rest[2..] : rest).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return allowed.Length > 0 && allowed.All(StatusExpectation.IsStatus)
            ? new StatusExpectation(allowed)
            : Wrong($"'{rest}' is not a status. Write for example 200, 2xx, or several with commas between them.", out fault);
    }

    private static IExpectation? Header(string rest, out string? fault)
    {
        fault = null;
        if (Named().Match(rest) is not { Success: true } match)
            return Wrong($"'{rest}' is not a header and what it has to be. Write for example 'header content-type ~ json', or 'header etag' where it only has to be there.", out fault);
        var comparison = Comparisons.Of(match.Groups["sign"].Value) ?? Comparison.Exists;
        return new HeaderExpectation(match.Groups["name"].Value, comparison, Unquoted(match.Groups["value"].Value));
    }

    private static IExpectation? Body(string rest, out string? fault)
    {
        fault = null;
        return Compared().Match(rest) is { Success: true } match
            ? new BodyExpectation(Comparisons.Of(match.Groups["sign"].Value)!.Value, Unquoted(match.Groups["value"].Value))
            : Wrong($"'{rest}' is not a comparison with a text. Write for example 'body ~ Welcome' (has it in it), or ==, !=, !~.", out fault);
    }

    private static IExpectation? Time(string rest, out string? fault)
    {
        fault = null;
        if (Span().Match(rest) is not { Success: true } match)
            return Wrong($"'{rest}' is not a time. Write for example 'time < 500ms' or 'time < 2s'.", out fault);
        var number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var limit = match.Groups["unit"].Value == "ms" ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number);
        return limit > TimeSpan.Zero && limit <= CheckLimits.Answer
            ? new TimeExpectation(limit)
            : Wrong($"'{rest}' is longer than a check waits for an answer, {CheckLimits.Answer.TotalSeconds} s, or no time at all.", out fault);
    }

    private static IExpectation? Json(string rest, out string? fault)
    {
        fault = null;
        var match = JsonCompared().Match(rest);
        if (!JsonPath.TryRead(match.Success ? match.Groups["path"].Value : rest, out var path, out var at))
            return Wrong($"'{(match.Success ? match.Groups["path"].Value : rest)}' is not a path, from its character {at + 1} on. Write for example $.items[0].name or $['odd name'].", out fault);
        if (!match.Success)
            return new JsonExpectation(path, Comparison.Exists, default);
        var (comparison, value) = (Comparisons.Of(match.Groups["sign"].Value)!.Value, JsonText.Read(match.Groups["value"].Value));
        if (value is not { } expected)
            return Wrong($"'{match.Groups["value"].Value}' is not a JSON value. Write text in quotes: \"{match.Groups["value"].Value.Trim('"')}\".", out fault);
        return Comparisons.IsOfText(comparison) || expected.ValueKind == JsonValueKind.Number
            ? new JsonExpectation(path, comparison, expected)
            : Wrong($"'{Comparisons.Sign(comparison)}' compares numbers, and {expected.GetRawText()} is none. Use ==, !=, ~ or !~.", out fault);
    }

    private static string Unquoted(string text) => text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;

    private static IExpectation? Wrong(string message, out string? fault)
    {
        fault = message;
        return null;
    }

    [GeneratedRegex(@"^(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+?)(\s+(?<sign>==|!=|!~|~)\s*(?<value>.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<sign>==|!=|!~|~)\s*(?<value>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^(?<path>\$.*?)\s*(?<sign>==|!=|!~|~|<=|>=|<|>)\s*(?<value>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex JsonCompared();

    [GeneratedRegex(@"^<\s*(?<number>\d{1,6}(\.\d{1,3})?)\s*(?<unit>ms|s)$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
