using System.Text;
using System.Text.RegularExpressions;
using Landfall.Config;
using Landfall.Operations;

namespace Landfall.Cli.Tests;

public sealed class CliErrorCodesTests
{
    [Fact]
    public void All_Codes_AreExactlyThoseThatTheSourcesUse()
    {
        var sources = new[] { "Landfall.Cli", "Landfall.Operations" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, "src", p), "*.cs", SearchOption.AllDirectories))
            .Where(f => Path.GetFileName(f) != "CliErrorCodes.cs" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var used = sources.SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"(LF[0-9]{4})\\b").Select(m => m.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(used, CliErrorCodes.All.Select(c => c.Key));
    }

    [Fact]
    public void All_Codes_AreNotThoseOfTheFile() =>
        Assert.Empty(CliErrorCodes.All.Select(c => c.Key).Intersect(ErrorCodes.All().Select(c => c.Key)));

    [Fact]
    public void ErrorsPage_Committed_IsCurrent()
    {
        var page = new StringBuilder("""
            # Error codes

            Every message that asks you to correct something begins with one of these codes. A code never changes its
            meaning. Exit codes: 0 done, 1 something to correct, 2 not a command line, 70 a bug in Landfall, 130 cancelled.

            | code | meaning |
            |---|---|

            """);
        foreach (var (code, meaning) in ErrorCodes.All().Concat(CliErrorCodes.All))
            page.Append("| `").Append(code).Append("` | ").Append(meaning).Append(" |\n");

        GoldenFile.Verify("docs/errors.md", page.ToString());
    }
}
