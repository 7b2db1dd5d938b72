using System.Text.RegularExpressions;
using Landfall.Operations.Security;

namespace Landfall.Operations.Tests.Security;

/// <summary>A labelled example: a file in which a rule has to find something, or nothing.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fails">True where it has to find something.</param>
/// <param name="Title">What the example is of.</param>
/// <param name="File">The file. A tilde in it is left out: no scanner takes an example of a key for a key.</param>
internal sealed partial record FixtureCase(string Rule, bool Fails, string Title, SourceFile File)
{
    private static readonly string Folder = Path.Combine(GoldenFile.Repository, "tests/Landfall.Operations.Tests/Security/Fixtures");

    /// <summary>Every example, by rule.</summary>
    public static IReadOnlyList<FixtureCase> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(file => Of(Path.GetFileNameWithoutExtension(file), System.IO.File.ReadAllText(file)))];

    /// <summary>True where the rule finds something in it.</summary>
    public bool Found => new FileScan().Find(File, []).Any(finding => finding.Rule == Rule);

    private static IEnumerable<FixtureCase> Of(string rule, string text) =>
        Case().Matches(text).Select(match => new FixtureCase(
            rule, match.Groups["kind"].Value == "fail", match.Groups["title"].Value,
            new SourceFile(match.Groups["file"] is { Success: true, Value: var name } ? name : Name(rule), match.Groups["text"].Value.Replace("~", "", StringComparison.Ordinal))));

    private static string Name(string rule) => rule.StartsWith("docker-", StringComparison.Ordinal) ? "Dockerfile" : "file.yaml";

    [GeneratedRegex(@"^=== (?<kind>pass|fail)(?: \[(?<file>[^\]]+)\])?: (?<title>.*)\n(?<text>(?:(?!===).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Case();
}
