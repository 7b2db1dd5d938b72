using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Dashboards;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Dashboards;

public sealed class GrafanaPrometheusTests
{
    private const string Prometheus = "telemetry: { backend: prometheus, endpoint: https://prometheus.example.com/api/v1/write }";

    private const string Services = """
        environments: { dev: { account: "111111111111" } }
        services:
          api: { type: web, image: n, uses: [emails, audit] }
          search: { type: internal, image: n }
          quiet: { type: internal, image: n, telemetry: false }
          mailer: { type: worker, image: n, queue: emails }
          nightly: { type: job, image: n, schedule: "0 3 * * *" }
        queues: { emails: {}, orders: {} }
        tables: { audit: { partitionKey: id }, other: { partitionKey: id } }
        """;

    [Fact]
    public void Write_Prometheus_IsTheCommittedDashboard() => GoldenFile.Verify(
        "tests/Landfall.Operations.Tests/Dashboards/Golden/grafana-prometheus.json",
        Write(Prometheus, "api").ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");

    [Fact]
    public void Write_Prometheus_HasRequestsOfServicesThatSendThemAndTheRestOverCloudwatch()
    {
        var dashboard = Write(Prometheus);
        var panels = dashboard["panels"]!.AsArray().Select(panel => panel!).ToList();

        Assert.Equal(["datasource cloudwatch", "prometheus prometheus"], Variables(dashboard));
        Assert.Equal(["Requests a minute", "5xx answers (%)", "Response time p50 (s)", "Response time p95 (s)", "Response time p99 (s)", "Tasks"], panels.Take(6).Select(panel => (string)panel["title"]!));
        Assert.All(panels.Take(5), panel => Assert.Equal(["api", "search"], panel["targets"]!.AsArray().Select(target => (string)target!["legendFormat"]!)));
        Assert.All(panels.Take(5), panel => Assert.Equal("${prometheus}", (string)panel["datasource"]!["uid"]!));
        Assert.All(panels.Skip(5), panel => Assert.Equal("${datasource}", (string)panel["datasource"]!["uid"]!));
        Assert.Equal(panels.Count, panels.Select(panel => ((int)panel["gridPos"]!["x"]!, (int)panel["gridPos"]!["y"]!)).Distinct().Count());
        Assert.Equal(["short", "percent", "s", "s", "s"], panels.Take(5).Select(panel => (string)panel["fieldConfig"]!["defaults"]!["unit"]!));
    }

    [Fact]
    public void Write_Prometheus_MarksDeploymentsOfServicesThatKeepRunning()
    {
        var mark = Assert.Single(Write(Prometheus)["annotations"]!["list"]!.AsArray())!;

        Assert.True((bool)mark["enable"]!);
        Assert.Equal(PrometheusQueries.Deployments(["shop-dev/api", "shop-dev/mailer", "shop-dev/search"]), (string)mark["expr"]!);
    }

    [Fact]
    public void Write_Amp_ChoosesItsOwnDataSource()
    {
        var dashboard = Write("telemetry: { backend: amp, endpoint: ws-01234567-89ab-cdef-0123-456789abcdef }");

        Assert.Equal(["datasource cloudwatch", "prometheus grafana-amazonprometheus-datasource"], Variables(dashboard));
        Assert.Equal("grafana-amazonprometheus-datasource", (string)dashboard["panels"]![0]!["targets"]![0]!["datasource"]!["type"]!);
    }

    [Fact]
    public void Write_Gateway_KnowsNoRevisionsAndMarksNothing()
    {
        var dashboard = Write("telemetry: { backend: prometheus, mode: gateway, endpoint: https://prometheus.example.com/api/v1/write }");

        Assert.Empty(dashboard["annotations"]!["list"]!.AsArray());
        Assert.Equal(["api", "search"], dashboard["panels"]![0]!["targets"]!.AsArray().Select(target => (string)target!["legendFormat"]!));
    }

    [Theory]
    [InlineData("telemetry: cloudwatch")]
    [InlineData("telemetry: { backend: otlp, endpoint: https://otlp.example.com }")]
    public void Write_AnotherBackend_HasNoPrometheus(string telemetry)
    {
        var dashboard = Write(telemetry);

        Assert.Equal(["datasource cloudwatch"], Variables(dashboard));
        Assert.Empty(dashboard["annotations"]!["list"]!.AsArray());
        Assert.Equal("Tasks", (string)dashboard["panels"]![0]!["title"]!);
    }

    [Fact]
    public void Write_Service_HasItsOwnGraphsAndThoseOfWhatItUses()
    {
        var dashboard = Write(Prometheus, "api");

        Assert.Equal("shop-dev-api", (string)dashboard["uid"]!);
        Assert.Equal("shop dev api", (string)dashboard["title"]!);
        Assert.Equal(
            ["api", "api", "api", "api", "api", "api", "api", "api", "api", "emails", "emails", "emails", "audit reads", "audit writes"],
            dashboard["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray()).Select(target => (string)(target!["legendFormat"] ?? target["label"])!));
    }

    [Fact]
    public void Write_ServiceThatIsNot_IsNamedWithThoseThatAre()
    {
        var failure = Assert.Throws<LandfallException>(() => Write(Prometheus, "apu"));

        Assert.Equal(ErrorCodes.DashboardService, failure.Code);
        Assert.Equal("'apu' of '--service' is no service of dev, which has api, mailer, nightly, quiet, search.", failure.Message);
    }

    private static IEnumerable<string> Variables(JsonObject dashboard) => dashboard["templating"]!["list"]!.AsArray().Select(variable => $"{variable!["name"]} {variable["query"]}");

    private static JsonObject Write(string telemetry, string? service = null)
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\n{telemetry}\n{Services}");
        return GrafanaDashboard.Write(ProjectLoader.Load(folder.Path, "dev").Plan, service);
    }
}
