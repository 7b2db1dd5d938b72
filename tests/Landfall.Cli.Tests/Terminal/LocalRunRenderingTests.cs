using Landfall.Cli.Terminal;
using Landfall.Operations.LocalRun;
using Landfall.Operations.Logs;

namespace Landfall.Cli.Tests.Terminal;

public sealed class LocalRunRenderingTests
{
    private static readonly LocalContainer Database = new("orders", LocalKind.Database, "docker.io/library/postgres:16", null, [], 5432, 5432, [], "pg_isready ends well", [], [], ["landfall-shop-dev-0f1e2d-database-orders"]);

    private static readonly LocalContainer Api = new("api", LocalKind.Service, null, "./api", [], 80, 8080, ["orders"], "GET /health answers 200", ["migrate", "--yes"], ["proxy"], []);

    private static readonly LocalContainer Mailer = new("mailer", LocalKind.Service, null, "./api", [], null, null, [], "", [], [], []);

    private static readonly LocalContainer Nightly = new("nightly", LocalKind.Job, null, "./api", [], null, null, ["orders"], "", [], [], []);

    [Fact]
    public void WritePlan_Containers_IsGolden()
    {
        var screen = new CapturedScreen(200);

        LocalRunRendering.WritePlan(screen.Screen, Report([Database, Api, Mailer, Nightly]), json: false);

        GoldenFile.Verify("tests/Landfall.Cli.Tests/Terminal/Golden/local-run-plan.txt", screen.Text);
    }

    [Fact]
    public void WritePlan_Json_HasContainersAndNoSteps()
    {
        var screen = new CapturedScreen(200);

        LocalRunRendering.WritePlan(screen.Screen, Report([Mailer]), json: true);

        Assert.Contains("\"name\": \"mailer\"", screen.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("steps", screen.Data, StringComparison.Ordinal);
        Assert.Empty(screen.Talk);
    }

    [Fact]
    public async Task FollowAsync_Steps_AreGoldenAndEndWithTheFirstCodeThatIsNotWell()
    {
        var screen = new CapturedScreen(200);

        var code = await LocalRunRendering.FollowAsync(screen.Screen, Report([Api], Steps), json: false, TestContext.Current.CancellationToken);

        Assert.Equal(3, code);
        GoldenFile.Verify("tests/Landfall.Cli.Tests/Terminal/Golden/local-run.txt", screen.Text);
    }

    private static readonly LocalRunStep[] Steps =
    [
        LocalRunStep.Of("Building 'api' from ./api with docker …"),
        new(new LocalReady("orders", "127.0.0.1:5432", Again: false), null, null, null),
        new(new LocalReady("api", "http://127.0.0.1:8080/", Again: false), null, null, null),
        new(new LocalReady("mailer", null, Again: false), null, null, null),
        new(null, new LogEntry(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "api", "build", "", LogLevel.None, "STEP 1"), null, null),
        new(null, new LogEntry(new DateTimeOffset(2026, 3, 1, 12, 0, 1, TimeSpan.Zero), "api", "", "", LogLevel.None, "listening"), null, null),
        new(new LocalReady("api", "http://127.0.0.1:8080/", Again: true), null, null, null),
        new(null, null, null, new LocalEnd("mailer", 0)),
        new(null, null, null, new LocalEnd("api", 3)),
        new(null, null, null, new LocalEnd("nightly", 4)),
    ];

    private static LocalRunReport Report(IReadOnlyList<LocalContainer> containers, params LocalRunStep[] steps) =>
        new("shop", "dev", containers, new Dictionary<string, string> { ["web"] = "it is a site" }, steps.ToAsyncEnumerable());
}
