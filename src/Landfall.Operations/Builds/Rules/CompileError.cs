using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>The code does not compile: C#, TypeScript, Java, Go, C and C++.</summary>
internal sealed partial class CompileError : IFailureRule
{
    /// <inheritdoc />
    public string Id => "compiler";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        // 'go vet' writes as the compiler does; it is a lint.
        var match = Says().Match("");
        if (log.Step?.Contains("go vet", StringComparison.Ordinal) != true)
            match = log.Find(Says());
        return match.Success
            ? new BuildFailure(log.Lines(Says()), $"The code does not compile: {match.Groups["file"].Value.Trim()}, line {match.Groups["line"].Value}: {match.Groups["text"].Value.Trim()}", "Mend the first of these errors; others often follow from it.")
            : null;
    }

    [GeneratedRegex("""
        ^\s*(?<file>[^\s(:]+)\((?<line>\d+),\d+\):\ error\ (?<text>(?:CS|TS|FS|BC)\d+:\ .*?)(?:\ \[[^\]]+\])?$ |
        ^(?<file>[^\s:]+\.tsx?):(?<line>\d+):\d+\ -\ error\ (?<text>TS\d+:\ .*)$ |
        ^\[ERROR\]\ (?<file>\S+\.(?:java|kt)):\[(?<line>\d+),\d+\]\ (?<text>.*)$ |
        ^(?<file>\S+\.java):(?<line>\d+):\ error:\ (?<text>.*)$ |
        ^(?<file>[^\s:]+\.go):(?<line>\d+):\d+:\ (?<text>.*)$ |
        ^(?<file>[^\s:]+\.(?:c|cc|cpp|h)):(?<line>\d+):\d+:\ (?:fatal\ )?error:\ (?<text>.*)$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Says();
}
