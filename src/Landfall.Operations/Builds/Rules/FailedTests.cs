using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>Tests have failed: their names, as the test programs of the languages write them.</summary>
internal sealed partial class FailedTests : IFailureRule
{
    private const int Named = 5;

    /// <inheritdoc />
    public string Id => "failed-tests";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        var failing = false;
        List<(BuildLine Line, string Name)> tests = [];
        foreach (var line in log.Failed)
        {
            failing |= Failing().IsMatch(line.Text);
            var match = Test().Match(line.Text);
            if (!match.Success && failing)
                match = Numbered().Match(line.Text);
            if (match.Success)
                tests.Add((line, match.Groups["test"].Value.Trim()));
        }

        var found = tests.DistinctBy(test => test.Name, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            return null;
        var names = string.Join(", ", found.Take(Named).Select(test => $"'{test.Name}'"));
        return new BuildFailure(
            [.. found.Take(Named).Select(test => test.Line)],
            found.Count == 1
                ? $"The test {names} fails."
                : string.Create(CultureInfo.InvariantCulture, $"{found.Count} tests fail: {names}{(found.Count > Named ? ", …" : "")}."),
            "Run the first of them on your own machine. What it expected stands in the log below its name.");
    }

    /// <summary>xUnit, MSTest and NUnit; pytest; Go; Node's own; Jest; Vitest; Surefire; Gradle; RSpec.</summary>
    [GeneratedRegex("""
        ^\s*[Ff]ailed\ (?<test>\S.*?)\ [\[(](?:<\ )?\d[\d,.:]*\ ?(?:ms|s|m|h)?[^\])]*[\])]$ |
        ^\s*(?<test>\S+\.\S.*)\ \[FAIL\]$ |
        ^FAILED\ (?<test>\S+::\S.*?)(?:\ -\ .*)?$ |
        ^ERROR\ (?<test>\S+\.py(?:::\S+)?)(?:\ -\ .*)?$ |
        ^\s*---\ FAIL:\ (?<test>\S+)\ \( |
        ^=== \ FAIL:\ \S+\ (?<test>\S+)\ \( |
        ^\s*not\ ok\ \d+\ -\ (?<test>.+?)(?:\ \#.*)?$ |
        ^\s*✖\ (?<test>.+?)\ \(\d[\d.]*ms\)$ |
        ^\s*●\ (?<test>.+\ ›\ .+)$ |
        ^\s*FAIL\ \ ?(?<test>\S+\ >\ .+)$ |
        ^\[ERROR\]\ \ +(?<test>[\w.$]+\.\w+):\d+ |
        ^(?<test>\S+\ >\ .+)\ FAILED$ |
        ^rspec\ \S+:\d+\ \#\ (?<test>.+)$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Test();

    /// <summary>Mocha numbers what fails below their count.</summary>
    [GeneratedRegex(@"^\s*\d+ failing$")]
    private static partial Regex Failing();

    [GeneratedRegex(@"^\s+\d+\) (?<test>\S.*)$")]
    private static partial Regex Numbered();
}
