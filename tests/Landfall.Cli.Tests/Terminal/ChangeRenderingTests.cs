using Landfall.Cli.Commands;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;
using Landfall.Operations.Operating;
using Landfall.Operations.Releases;

namespace Landfall.Cli.Tests.Terminal;

public sealed class ChangeRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void History_Entries_AreALineEach()
    {
        var screen = new CapturedScreen(160);

        HistoryCommand.Render(screen.Screen, new EnvironmentHistory("shop", "dev", At, [
            new(2, At, HistoryKind.Release, "release", ChangeOutcome.RolledBack, ["api"], "user/ada") { Commit = "1f3c-dirty" },
            new(1, At, HistoryKind.Deployment, "deploy", ChangeOutcome.Done, ["api", "web"], "user/ann")]));

        Assert.Equal(
            ["WHEN (UTC)       WHAT                 SERVICES BY       COMMIT", "2026-03-01 12:00 release, rolled back api      user/ada 1f3c-dirty", "2026-03-01 12:00 deploy               api, web user/ann"],
            screen.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public void History_Nothing_SaysSo()
    {
        var screen = new CapturedScreen(160);

        HistoryCommand.Render(screen.Screen, new EnvironmentHistory("shop", "dev", At, []));

        Assert.Equal(("", "The trail of shop dev has nothing since 2026-03-01 12:00 UTC.\n"), (screen.Data, screen.Talk));
    }

    [Fact]
    public void Releases_Images_AreKnownByTheirDigests()
    {
        var screen = new CapturedScreen(160);

        ReleasesCommand.Render(screen.Screen, new ServiceReleases("shop", "dev", "api", "r/shop@sha256:2", [new(7, At, "rollback", "r/shop@sha256:2", "r/shop@sha256:3", "user/ada") { Commit = "1f3c" }]));

        Assert.Equal(
            ["RELEASE WHEN (UTC)       IMAGE               BY       COMMIT", "7       2026-03-01 12:00 sha256:2 (rollback) user/ada 1f3c"],
            screen.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
        Assert.Equal("api has r/shop@sha256:2.\n", screen.Talk);
    }

    [Theory]
    [InlineData(true, false, "api: 1 task → 2 tasks.\nIt comes back.\n")]
    [InlineData(false, true, "api: 1 task → 2 tasks. Nothing was done: this was a dry run.\nIt comes back.\n")]
    [InlineData(false, false, "api has 2 tasks already.\nIt comes back.\n")]
    public void Operate_Service_SaysWhatItWasAndIs(bool changed, bool dryRun, string expected)
    {
        var screen = new CapturedScreen(160);

        OperateCommand.Render(screen.Screen, new ServiceChanged("shop", "dev", "api", "scale", "1 task", "2 tasks", changed, dryRun) { Note = "It comes back." });

        Assert.Equal(expected, screen.Talk);
    }
}
