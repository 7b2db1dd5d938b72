using Landfall.Config;
using Landfall.Operations.LocalRun;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class LocalContainersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_Environment_PutsWhatIsUsedFirstAndSaysWhatIsLeft()
    {
        var (containers, left) = LocalContainers.Of(Project(), []);

        Assert.Equal(["orders", "pricing", "api", "mailer", "proxy"], containers.Select(one => one.Name));
        var api = containers[2];
        Assert.Equal(["orders", "pricing"], api.After);
        Assert.Equal((8080, 8080, "./api", "GET /health answers 200-204", "migrate --yes"), (api.Port, api.Wanted, api.Build, api.Ready, string.Join(' ', api.Release)));
        Assert.Equal((80, 8080, "nginx:1"), (containers[4].Port, containers[4].Wanted, containers[4].Image));
        Assert.Equal((null, null, ""), (containers[3].Port, containers[3].Wanted, containers[3].Ready));
        Assert.Equal(["nightly", "web"], left.Keys);
        Assert.Contains("landfall local run nightly", left["nightly"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Database_IsItsEnginesImageByMajorVersionWithItsDataInAVolume()
    {
        var database = LocalContainers.Of(Project(), ["api"]).Containers[0];

        Assert.Equal(("docker.io/library/postgres:16", 5432, LocalKind.Database), (database.Image, database.Port, database.Kind));
        Assert.EndsWith("-database-orders", Assert.Single(database.Volumes), StringComparison.Ordinal);
        Assert.StartsWith("landfall-near-dev-", database.Volumes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NamedService_BringsWhatItUsesAlone()
    {
        var (containers, left) = LocalContainers.Of(Project(), ["mailer"]);

        Assert.Equal(["mailer"], containers.Select(one => one.Name));
        Assert.Equal("it was not named, and nothing that runs uses it", left["api"]);
    }

    [Fact]
    public void Of_NamedJob_RunsOnce() =>
        Assert.Equal(LocalKind.Job, LocalContainers.Of(Project(), ["nightly"]).Containers.Single(one => one.Name == "nightly").Kind);

    [Fact]
    public void Of_NamedSite_SaysWhatShowsIt()
    {
        var refused = Assert.Throws<LandfallException>(() => LocalContainers.Of(Project(), ["web"]));

        Assert.Equal("LF5490", refused.Code);
        Assert.Contains("landfall env web --local", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql", "8.4.3", "docker.io/library/mysql:8.4", "/var/lib/mysql")]
    [InlineData("postgresql", "17.2", "docker.io/library/postgres:17", "/var/lib/postgresql/data")]
    public void OfDatabase_Engine_HasItsImageAndFolder(string engine, string version, string image, string data)
    {
        _folder.Write("landfall.yaml", $$"""
            app: near
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            databases: { orders: { engine: {{engine}}, version: "{{version}}" } }
            services:
              one: { type: internal, image: nginx:1, port: 8080, uses: [orders] }
            """);

        var database = LocalDatabase.Of(ProjectLoader.Load(_folder.Path, "dev").Plan.Databases[0]);

        Assert.Equal((image, data), (database.Image, database.Data));
    }

    private Project Project()
    {
        _folder.Write("web/index.html", "hello");
        _folder.Write("landfall.yaml", """
            app: near
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            databases: { orders: { engine: aurora-postgresql, version: "16.6" } }
            queues: { emails: {} }
            services:
              api:
                type: web
                image: { build: ./api }
                port: 8080
                path: /api/*
                health: { path: /health, codes: 200-204 }
                uses: [orders, pricing, emails]
                release: { command: [migrate, --yes] }
              proxy: { type: web, image: nginx:1, port: 80 }
              pricing: { type: internal, image: nginx:1, port: 9000, uses: [orders] }
              mailer: { type: worker, image: { build: ./api }, queue: emails }
              nightly: { type: job, image: { build: ./api }, schedule: "0 3 * * *", uses: [orders] }
              web: { type: site, source: ./web }
            """);
        return ProjectLoader.Load(_folder.Path, "dev");
    }
}
