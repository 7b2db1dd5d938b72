using Landfall.Operations.Changes;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Pipelines.PullRequests;

public class PullCommentTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("@acme/admins")]
    [InlineData("</details><script>alert(1)</script>")]
    [InlineData("[click](https://evil.example.com)")]
    [InlineData("![x](https://evil.example.com/pixel)")]
    [InlineData("```\n@everybody\n/approve")]
    [InlineData("~~~~\n@everybody")]
    [InlineData("``````\r@everybody\r/merge")]
    [InlineData("fixes #1\u2028/close")]
    [InlineData("safe\u202Eetirw")]
    [InlineData("*bold* _x_ `y` | z")]
    public void Write_HostileTextAnywhere_StaysInTheBlockOfCode(string hostile)
    {
        var id = $"{hostile}/Orders/losesData/0a1b2c";
        var change = new Change(
            hostile,
            new string('a', 64),
            [new StackChange(hostile, StackAction.Update, [new ResourceChange(hostile, hostile, hostile, ResourceAction.Delete, [id], hostile)])],
            [new Effect(id, EffectKind.LosesData, Certainty.Certain, Harmful: true, hostile, hostile, Amount: hostile)],
            [new Refusal(hostile, hostile, hostile, hostile)])
        {
            Renamed = [new Renaming(hostile, hostile, hostile)],
            Hints = [new RenameHint(hostile, hostile, hostile)],
            ServiceRoles = [hostile],
            Cost = new ChangeCost(1, 2, hostile, [hostile]),
        };
        var comment = new PullComment("shop", [change]);

        var outside = Outside(comment.Write(folds: true, Commit, new Uri("https://ci.example.com/a>b?x=<y>")));

        var environment = string.Concat(hostile.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ' ' or ',' or ':' or '+' or '$' or '.' ? c : '?'));
        Assert.Equal(
        [
            "[//]: # (landfall report shop)", "", "**Landfall**: what this would change in shop", "",
            $"- {environment}: 1 to agree to, 1 refused by AWS, 1 delete, +$1.00 a month **AWS would refuse this.**", "",
            $"**{environment}**", "", "", "<details><summary>Every resource and effect</summary>", "", "", "</details>", "",
            "Of commit 0123456789ab, [from this build](<https://ci.example.com/a%3Eb?x=%3Cy%3E>). Nothing has been deployed.", "",
        ], outside);
        Assert.DoesNotContain('\u202E', comment.Write(folds: true, Commit, url: null));
        Assert.DoesNotContain('\u2028', comment.Write(folds: true, Commit, url: null));
        Assert.DoesNotContain("@", comment.Status, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", comment.Status, StringComparison.Ordinal);
        Assert.InRange(comment.Status.Length, 1, 140);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public void Write_LargeChanges_FitWhatEachServiceTakes(int environments)
    {
        var change = Removal();
        var changes = Enumerable.Range(0, environments).Select(i => change with { Environment = $"environment-{i}" }).ToList();

        var comment = new PullComment("shop", changes);
        var text = comment.Write(folds: true, Commit, url: null);

        Assert.InRange(text.Length, 1000, 32_000);
        Assert.All(changes, one => Assert.Contains($"- {one.Environment}: ", text, StringComparison.Ordinal));
        Assert.True(environments == 1 || text.Contains("more lines\n```", StringComparison.Ordinal));
        Assert.EndsWith("Of commit 0123456789ab. Nothing has been deployed.\n", text, StringComparison.Ordinal);
        Assert.InRange(comment.Status.Length, 1, 140);
        _ = Outside(text);
    }

    [Fact]
    public void Write_ServiceThatFoldsNothing_HasWhatMattersAlone()
    {
        var text = new PullComment("shop", [Removal()]).Write(folds: false, Commit, url: null);

        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--verbose", text, StringComparison.Ordinal);
    }

    /// <summary>The lines that are in no block of code.</summary>
    private static List<string> Outside(string text)
    {
        var (outside, inside) = (new List<string>(), false);
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = !inside;
            else if (!inside)
                outside.Add(line);
        }

        Assert.False(inside);
        return outside;
    }

    private static Change Removal()
    {
        var wanted = Environments.Golden("shop/dev");
        return ChangeFinder.Find("dev", Environments.Deployed(wanted), [], [.. wanted.Select(s => s.Name)]);
    }
}
