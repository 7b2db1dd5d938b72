using System.Globalization;
using System.Text;
using Landfall.Operations.Security;

namespace Landfall.Operations.Tests.Security;

public sealed class FixtureTests
{
    private static readonly string[] Families = ["docker", "k8s", "aws", "secret"];

    public static TheoryData<string> Rules => [.. SecurityRules.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Find_LabelledExamples_AreJudgedAsLabelled(string rule)
    {
        var cases = FixtureCase.All.Where(c => c.Rule == rule).ToList();

        Assert.Contains(cases, c => c.Fails);
        Assert.Contains(cases, c => !c.Fails);
        Assert.Equal(cases.Select(c => $"{c.Title}: {c.Fails}"), cases.Select(c => $"{c.Title}: {c.Found}"));
    }

    [Fact]
    public void Fixtures_Names_AreThoseOfRules() => Assert.Empty(FixtureCase.All.Select(c => c.Rule).Except(SecurityRules.All.Keys));

    [Fact]
    public void Page_OfRules_IsGenerated() => GoldenFile.Verify("docs/security-rules.md", Page());

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # The rules of `landfall security`

            Generated from the rules and their labelled examples by a test. What the command does is in [security.md](security.md).

            ## How well they find

            Examples are files that are labelled by hand, with the benchmarks' texts at hand: a rule has to find something in those that
            break it, and nothing in those that keep it, corner cases among them. Precision is the share of what is found that is right,
            recall the share of what is wrong that is found. The numbers say that rules do what they were written for; they are no measure
            of files that nobody here has seen.

            | rules for | rules | examples | found rightly | found wrongly | missed | precision | recall |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var family in Families)
        {
            var cases = FixtureCase.All.Where(c => c.Rule.StartsWith($"{family}-", StringComparison.Ordinal)).ToList();
            var (right, wrong, missed) = (cases.Count(c => c.Fails && c.Found), cases.Count(c => !c.Fails && c.Found), cases.Count(c => c.Fails && !c.Found));
            page.Append(CultureInfo.InvariantCulture, $"| {family} | {cases.Select(c => c.Rule).Distinct().Count()} | {cases.Count} | {right} | {wrong} | {missed} | {Share(right, right + wrong)} | {Share(right, right + missed)} |\n");
        }

        page.Append("\n## The rules\n\n| rule | severity | finds | reference | fix |\n|---|---|---|---|---|\n");
        foreach (var facts in SecurityRules.All.Values)
            page.Append(CultureInfo.InvariantCulture, $"| `{facts.Id}` | {facts.Severity.ToString().ToLowerInvariant()} | {facts.Title} | {facts.Reference} | {facts.Fix.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        return page.ToString();
    }

    private static string Share(int part, int whole) => ((double)part / whole).ToString("0.00", CultureInfo.InvariantCulture);
}
