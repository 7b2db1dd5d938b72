using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations.Dashboards;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Dashboards;

public sealed class GrafanaDashboardTests
{
    private const string Services = """
        services:
          api: { type: web, image: n }
          nightly: { type: job, image: n, schedule: "0 3 * * *" }
        queues: { emails: {}, orders: { fifo: true } }
        tables: { audit: { partitionKey: id } }
        """;

    [Fact]
    public void Write_Shop_IsTheCommittedDashboard() => GoldenFile.Verify(
        "tests/Landfall.Operations.Tests/Dashboards/Golden/grafana.json",
        Write($"environments: {{ dev: {{ account: \"111111111111\" }} }}\n{Services}").ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");

    [Fact]
    public void Write_Shop_IsWhatGrafanaTakes()
    {
        var panels = Write($"environments: {{ dev: {{ account: \"111111111111\" }} }}\n{Services}")["panels"]!.AsArray().Select(panel => panel!).ToList();

        Assert.Equal(["Tasks", "CPU (%)", "Memory (%)", "Deployments (more than one: under way)", "Runs of jobs", "Failed runs", "Longest run (ms)", "Messages that wait", "Oldest message (s)", "Dead letters", "Throttled"], panels.Select(panel => (string)panel["title"]!));
        Assert.Equal(Enumerable.Range(1, panels.Count), panels.Select(panel => (int)panel["id"]!));
        Assert.Equal(panels.Count, panels.Select(panel => ((int)panel["gridPos"]!["x"]!, (int)panel["gridPos"]!["y"]!)).Distinct().Count());
        Assert.All(panels, panel => Assert.True((int)panel["gridPos"]!["x"]! + (int)panel["gridPos"]!["w"]! <= 24));
        Assert.All(panels, panel =>
        {
            var targets = panel["targets"]!.AsArray();
            Assert.NotEmpty(targets);
            Assert.Equal(targets.Count, targets.Select(target => (string)target!["refId"]!).Distinct().Count());
            Assert.All(targets, target => Assert.All(target!["dimensions"]!.AsObject(), dimension => Assert.NotEmpty((string)dimension.Value![0]!)));
        });
        Assert.Equal(["percent", "ms", "s", "short"], new[] { 1, 6, 8, 0 }.Select(i => (string)panels[i]["fieldConfig"]!["defaults"]!["unit"]!));
    }

    [Fact]
    public void Write_AccountThatTheFileDoesNotGive_IsAskedForWhereJobsNeedIt()
    {
        var text = Write($"environments: {{ dev: {{}} }}\n{Services}");

        Assert.Equal(["datasource", "account"], Variables(text));
        Assert.Contains("states:eu-west-1:${account}:stateMachine:shop-dev-nightly", text.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal(["datasource"], Variables(Write("environments: { dev: {} }\nservices: { api: { type: web, image: n } }")));
    }

    private static IEnumerable<string> Variables(JsonObject dashboard) => dashboard["templating"]!["list"]!.AsArray().Select(variable => (string)variable!["name"]!);

    private static JsonObject Write(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\n{yaml}");
        return GrafanaDashboard.Write(ProjectLoader.Load(folder.Path, "dev").Plan);
    }
}
