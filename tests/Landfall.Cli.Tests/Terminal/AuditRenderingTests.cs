using Landfall.Cli.Commands;
using Landfall.Operations.Auditing;

namespace Landfall.Cli.Tests.Terminal;

public sealed class AuditRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly AuditEntry Entry = new(
        2, "00", At, At.AddMinutes(1), "arn:aws:iam::1:user/ada", "ada@laptop", "command line", "release", ChangeOutcome.Done, [new("api", null, "image b"), new("old", "image a", null)]);

    [Fact]
    public void Render_Entries_SayWhoDidWhatToWhat()
    {
        var screen = Rendered(new AuditReport("shop", "dev", 2, 0, [Entry with { Ci = "octocat, https://ci/7", Commit = "1f3c-dirty" }]));

        Assert.Equal(
            """
            2 2026-03-01 12:01:00 release: done, by arn:aws:iam::1:user/ada (ada@laptop; octocat, https://ci/7), commit 1f3c-dirty
              api: - → image b
              old: image a → -

            """,
            screen.Data);
        Assert.Equal("The trail is whole: each of its 2 entries follows the one before.\n", screen.Talk);
    }

    [Theory]
    [InlineData("Failed", "release: failed (LF5050), by")]
    [InlineData("RolledBack", "release: rolled back (LF5050), by")]
    [InlineData("Interrupted", "release: interrupted, by")]
    public void Render_ChangeThatEndedBadly_SaysHow(string outcome, string words) => Assert.Contains(
        words, Rendered(new AuditReport("shop", "dev", 2, 0, [Entry with { Outcome = Enum.Parse<ChangeOutcome>(outcome), Error = "LF5050" }])).Data, StringComparison.Ordinal);

    [Fact]
    public void Render_BrokenTrail_SaysWhereInPlainWords() => Assert.Equal(
        "The trail of shop dev is not what was written. Entry 2 is missing: somebody has removed it. Versions of the bucket's objects, the parameter's history and CloudTrail tell more.\n",
        Rendered(new AuditReport("shop", "dev", 2, 0, []) { Broken = new BrokenLink(2, "Entry 2 is missing: somebody has removed it.") }).Talk.ReplaceLineEndings("\n"));

    [Fact]
    public void Render_NoTrail_SaysSo() => Assert.Equal(
        "shop dev has no trail: nothing was changed through Landfall, or all of it was removed.\n", Rendered(new AuditReport("shop", "dev", 0, 0, [])).Talk);

    [Fact]
    public void Render_OneEntry_FollowsNone() => Assert.Equal("The trail is whole: it has one entry.\n", Rendered(new AuditReport("shop", "dev", 1, 0, [])).Talk);

    [Fact]
    public void Render_InterruptedBeforeTheHead_IsNoBreak() => Assert.Equal(
        "The trail is whole: each of its 2 entries follows the one before. The head lacks the last 1, because a run was interrupted; the next change mends that.\n",
        Rendered(new AuditReport("shop", "dev", 2, 1, [])).Talk);

    private static CapturedScreen Rendered(AuditReport report)
    {
        var screen = new CapturedScreen(400);
        AuditCommand.Render(screen.Screen, report);
        return screen;
    }
}
