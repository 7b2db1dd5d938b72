using System.Text.Json.Nodes;
using Landfall.Cli.Commands;
using Landfall.Operations.Status;

namespace Landfall.Cli.Tests.Terminal;

public sealed class StatusRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly EnvironmentStatus Ill = new(
        "shop",
        "prod",
        "111111111111",
        "eu-west-1",
        At,
        true,
        [
            new("api", "web", ServiceHealth.Degraded, 3, 2, 1, [new("api", 2, 1, 1), new("proxy", 2, 0, 0)], new(1, 1, 0, ["Health checks failed with these codes: [502]"]),
                new("IN_PROGRESS", null, "BAKE_TIME", 100, At.AddMinutes(-12), At.AddMinutes(4), null, false, 2, ["shop-prod-api-Fault"]),
                "nginx:1", "UPDATE_IN_PROGRESS", At.AddMinutes(-13),
                [
                    new("Essential container in task exited; api: exit code 3", true, 4, At.AddMinutes(-1), ["0a", "0b", "0c"]),
                    new("Scaling activity initiated by (deployment …)", false, 1, At.AddMinutes(-9), ["0d"]),
                ]),
            new("front", "web", ServiceHealth.Healthy, 2, 2, 0, [], new(2, 0, 0, []), new("IN_PROGRESS", null, "POST_SCALE_UP", 0, At.AddMinutes(-3), null, At.AddHours(2), true, 0, []), null, "UPDATE_COMPLETE", At.AddDays(-3), []),
            new("mailer", "worker", ServiceHealth.Idle, 0, 0, 0, [], null, null, null, "UPDATE_COMPLETE", At.AddDays(-30), []),
            new("search", "internal", ServiceHealth.NoImage, 0, 0, 0, [], null, null, null, "CREATE_COMPLETE", At.AddHours(-5), []),
            new("gone", "internal", ServiceHealth.Absent, 0, 0, 0, [], null, null, null, "DELETE_FAILED", At.AddHours(-1), []),
            new("hidden", "internal", ServiceHealth.Unknown, 0, 0, 0, [], null, null, null, null, null, []),
        ],
        [new("nightly", "cron(0 3 * * ? *)", "FAILED", At.AddHours(-9), At.AddHours(-9).AddMinutes(3)), new("weekly", "rate(7 days)", null, null, null), new("long", "rate(1 day)", "RUNNING", At.AddMinutes(-20), null)],
        [new("web", "Deployed", "https://shop.example.com"), new("docs", null, null)],
        [new("orders", "aurora-postgresql", "backing-up"), new("users", "postgres", null)],
        [new("emails", 120, 3, 2), new("lost", null, null, null)],
        new(20, [new("shop-prod-api-Fault", "Threshold Crossed: 2 datapoints were greater than the threshold (1.0).", At.AddMinutes(-7))]),
        [new("targets of inner", "elasticloadbalancing:DescribeTargetHealth failed with AccessDenied: User: ada is not authorized to perform: elasticloadbalancing:DescribeTargetHealth")])
    {
        Shifts = [new("shop-prod-LoadBalancer", "euw1-az2", At.AddMinutes(95))],
    };

    [Theory]
    [InlineData(140)]
    [InlineData(80)]
    public async Task FollowAsync_MuchIsWrong_SaysWhat(int width)
    {
        var screen = new CapturedScreen(width);

        await StatusCommand.FollowAsync(screen.Screen, Report(false, Ill), json: false, TestContext.Current.CancellationToken);

        GoldenFile.Verify($"tests/Landfall.Cli.Tests/Terminal/Golden/status-{width}.txt", screen.Text);
    }

    [Fact]
    public async Task FollowAsync_NothingIsDeployed_SaysThatAlone()
    {
        var screen = new CapturedScreen(120);

        await StatusCommand.FollowAsync(screen.Screen, Report(false, Ill with { Deployed = false, Unread = [] }), json: false, TestContext.Current.CancellationToken);

        Assert.Equal("shop prod · eu-west-1 · account 111111111111 · 2026-03-01 12:00:00 UTC\nshop prod is not deployed.\n", screen.Data.Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FollowAsync_Json_IsOneDocument()
    {
        var screen = new CapturedScreen(120);

        await StatusCommand.FollowAsync(screen.Screen, Report(false, Ill), json: true, TestContext.Current.CancellationToken);

        Assert.Equal("noImage", (string?)JsonNode.Parse(screen.Data)!["services"]![3]!["health"]);
    }

    [Fact]
    public async Task FollowAsync_WatchedAsJson_IsALineForEachState()
    {
        var screen = new CapturedScreen(120);

        await StatusCommand.FollowAsync(screen.Screen, Report(true, Ill, Ill with { Region = "us-east-1" }), json: true, TestContext.Current.CancellationToken);

        Assert.Equal(["eu-west-1", "us-east-1"], screen.Data.Trim().Split('\n').Select(line => (string?)JsonNode.Parse(line)!["region"]));
    }

    private static StatusReport Report(bool watched, params EnvironmentStatus[] states) => new(watched, states.ToAsyncEnumerable());
}
