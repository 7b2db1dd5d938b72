using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>A check of how the code is written has found something: ESLint, Prettier, Ruff, dotnet format, go vet, RuboCop.</summary>
internal sealed partial class Lint : IFailureRule
{
    /// <inheritdoc />
    public string Id => "lint";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        var says = log.Step?.Contains("go vet", StringComparison.Ordinal) == true ? Vet() : Says();
        if (log.Find(says) is not { Success: true } match)
            return null;
        var rule = match.Groups["rule"].Value;
        return new BuildFailure(
            log.Lines(says),
            $"The lint finds what it does not take{(rule.Length > 0 ? $", {rule} first" : "")}.",
            "Run the step on your own machine; most linters mend the form themselves ('eslint --fix', 'prettier --write', 'ruff check --fix', 'dotnet format', 'rubocop -a').");
    }

    [GeneratedRegex("""
        ^\s+\d+:\d+\s+error\s+.+?\s{2,}(?<rule>\S+)$ |
        Code\ style\ issues\ (?<rule>found) |
        ^\S+\.py:\d+:\d+:\ (?<rule>[A-Z]+\d+)\  |
        ^(?<rule>[A-Z]{1,4}\d{3,4})\ (?:\[\*\]\ )?\S |
        \berror\ (?<rule>WHITESPACE|IMPORTS|FINALNEWLINE|ENDOFLINE|CHARSET|IDE\d{4}|CA\d{4}):\  |
        ^\S+\.rb:\d+:\d+:\ [CWEF]:\ (?:\[Correctable\]\ )?(?<rule>\w+/\w+):\ 
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Says();

    [GeneratedRegex(@"^(?:vet: )?[^\s:]+\.go:\d+:\d+: ")]
    private static partial Regex Vet();
}
