using System.Text.Json.Nodes;
using Landfall.Cli.Commands;
using Landfall.Operations.Logs;

namespace Landfall.Cli.Tests.Terminal;

public sealed class LogRenderingTests
{
    private static readonly DateTimeOffset To = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly LogEntry Line = new(To, "api", "api", "0f", LogLevel.Error, "no database");

    [Fact]
    public async Task FollowAsync_Summary_ShowsTheCommonestTheWorstHourAndWhatIsNew()
    {
        ErrorTemplate gone = new("queue <*> is gone", 3, ["api", "worker"], To.AddHours(-3), To.AddMinutes(-5), "queue 1 is gone");
        var summary = new LogSummary(To.AddDays(-1), To, 123456, 1240, [new("cannot reach <*> in <*> ms", 1237, ["api"], To.AddDays(-1), To.AddSeconds(-4), "x"), gone], new(To.AddHours(-4), 900), [gone]);
        var screen = new CapturedScreen(120);

        await LogsCommand.FollowAsync(screen.Screen, new LogsReport(AsyncEnumerable.Empty<LogEntry>(), summary), json: false, TestContext.Current.CancellationToken);

        GoldenFile.Verify("tests/Landfall.Cli.Tests/Terminal/Golden/logs-summary.txt", screen.Text);
    }

    [Fact]
    public async Task FollowAsync_Lines_AreALineEach()
    {
        var (people, scripts) = (new CapturedScreen(120), new CapturedScreen(120));

        await LogsCommand.FollowAsync(people.Screen, new LogsReport(new[] { Line, Line }.ToAsyncEnumerable(), null), json: false, TestContext.Current.CancellationToken);
        await LogsCommand.FollowAsync(scripts.Screen, new LogsReport(new[] { Line, Line }.ToAsyncEnumerable(), null), json: true, TestContext.Current.CancellationToken);

        Assert.Equal("00:00:00.000 api | no database\n00:00:00.000 api | no database\n", people.Data);
        Assert.Equal(["error", "error"], scripts.Data.Trim().Split('\n').Select(line => (string?)JsonNode.Parse(line)!["level"]));
    }
}
