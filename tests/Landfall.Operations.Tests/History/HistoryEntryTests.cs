using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;
using Landfall.Operations.Tests.Auditing;

namespace Landfall.Operations.Tests.History;

public sealed class HistoryEntryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AppPlan _plan;

    public HistoryEntryTests()
    {
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            services:
              api: { type: internal, image: nginx:1, port: 8080 }
              mailer: { type: internal, image: nginx:1, port: 8080 }
            """);
        _plan = ProjectLoader.Load(_folder.Path, "dev").Plan;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("deploy", "shop-dev-api shop-dev-data", "Deployment", "api")]
    [InlineData("release", "api", "Release", "api")]
    [InlineData("rollback", "mailer", "Release", "mailer")]
    [InlineData("sleep", "api mailer", "Change", "api mailer")]
    [InlineData("secret set", "stripe", "Change", "")]
    public void Of_Entry_KnowsItsKindAndServices(string operation, string subjects, string kind, string services)
    {
        var entry = HistoryEntry.Of(_plan, Entry(operation, subjects.Split(' ')));

        Assert.Equal((kind, services), (entry.Kind.ToString(), string.Join(' ', entry.Services)));
    }

    [Theory]
    [InlineData(null, "assumed-role/deploy/run")]
    [InlineData("octocat, https://github.com/acme/shop/actions/runs/7", "assumed-role/deploy/run (octocat)")]
    public void Of_Entry_SaysWho(string? ci, string by) => Assert.Equal(by, HistoryEntry.Of(_plan, Entry("deploy", "x") with { Ci = ci }).By);

    [Fact]
    public async Task ReadAsync_LastReleases_AreOfWhatSucceededAndBroughtSomethingNew()
    {
        var store = new MemoryTrailStore();
        foreach (var entry in new[]
        {
            Entry("deploy", "shop-dev-api", "shop-dev-mailer") with { Commit = "1f3c" },
            Entry("release", "api") with { Outcome = ChangeOutcome.RolledBack },
            Entry("scale", "api"),
            Entry("release", "mailer"),
        })
        {
            await new TrailWriter(store).AppendAsync(entry, TestContext.Current.CancellationToken);
        }

        var last = await LastRelease.ReadAsync(store, _plan, TestContext.Current.CancellationToken);

        Assert.Equal(
            [("api", "deploy", "1f3c"), ("mailer", "release", null)],
            last.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value.Operation, one.Value.Commit)));
    }

    [Fact]
    public async Task ReadAsync_EachServiceIsFound_ReadsNoFurther()
    {
        var store = new MemoryTrailStore();
        for (var deployment = 0; deployment < 30; deployment++)
            await new TrailWriter(store).AppendAsync(Entry("deploy", "shop-dev-api", "shop-dev-mailer"), TestContext.Current.CancellationToken);
        store.Read.Clear();

        Assert.Equal(2, (await LastRelease.ReadAsync(store, _plan, TestContext.Current.CancellationToken)).Count);

        Assert.Equal(23, store.Read.Min()); // eight at once
    }

    private static AuditEntry Entry(string operation, params string[] subjects) => new(
        0, "", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "arn:aws:sts::111111111111:assumed-role/deploy/run", "ada@laptop", "test", operation, ChangeOutcome.Done, [.. subjects.Select(name => new ChangedSubject(name, "a", "b"))]);
}
