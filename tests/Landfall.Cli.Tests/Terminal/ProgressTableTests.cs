using Landfall.Cli.Terminal;
using Landfall.Operations.Deployment;
using Spectre.Console;

namespace Landfall.Cli.Tests.Terminal;

public sealed class ProgressTableTests
{
    [Fact]
    public void Of_FewStacks_ShowsEachAndTheTime()
    {
        var lines = Lines([new("shop-dev-data", 3, 9, "CREATE_IN_PROGRESS", "Orders"), new("shop-dev-api", 0, 22, null, null)], 24);

        Assert.Equal(
            ["stack         resources status             now", "shop-dev-data 3/9       CREATE_IN_PROGRESS Orders", "shop-dev-api  0/22      waiting", "1 min 05 s"],
            lines);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(10)]
    [InlineData(3)]
    public void Of_MoreStacksThanLines_ShowsWhatIsAtWorkAndCountsTheRest(int height)
    {
        List<StackProgress> stacks =
        [
            .. Enumerable.Range(1, 20).Select(n => new StackProgress($"a-dev-done{n}", 5, 5, "CREATE_COMPLETE", null)),
            new("a-dev-now", 1, 5, "UPDATE_IN_PROGRESS", "Service"),
            .. Enumerable.Range(1, 20).Select(n => new StackProgress($"a-dev-later{n}", 0, 5, null, null)),
        ];

        var lines = Lines(stacks, height);

        Assert.True(lines.Count <= Math.Max(height - 1, 4), string.Join('\n', lines));
        Assert.Contains(lines, line => line.StartsWith("a-dev-now ", StringComparison.Ordinal));
        Assert.Contains("20 finished", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StackThatRollsBack_KeepsItsLine() =>
        Assert.Contains(
            Lines([new("a-dev-first", 1, 5, "CREATE_IN_PROGRESS", null), new("a-dev-failed", 1, 5, "ROLLBACK_COMPLETE", null)], 5),
            line => line.StartsWith("a-dev-failed ", StringComparison.Ordinal));

    private static List<string> Lines(IReadOnlyList<StackProgress> stacks, int height)
    {
        var screen = new CapturedScreen(80);
        screen.Screen.Talk.Write(ProgressTable.Of(stacks, TimeSpan.FromSeconds(65), height));
        return [.. screen.Talk.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }
}
