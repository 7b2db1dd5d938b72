using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>The program of the sample of a pipeline does what its tests and its checks say.</summary>
public sealed class SampleProgramTests
{
    private static readonly string App = Path.Combine(Repository.Sample("node-pipeline"), "app");
    private static readonly string Node = Path.Combine(Repository.Tools, "node_modules", ".bin", "node");

    [Fact]
    public async Task Test_NodePipeline_Passes()
    {
        RequiredTool.OrSkip("npm", "Node");

        var result = (await ProgramRun.RunAsync("npm", ["test", "--", "--test-reporter=tap"], new Dictionary<string, string?>(), App)).Succeeded();

        Assert.Contains("\n# fail 0\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# pass 0\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NodePipeline_PassesItsOwnChecks()
    {
        Assert.SkipUnless(File.Exists(Node), "Node is not installed (eng/setup.sh).");
        using var app = RunningProgram.Start(Node, ["--eval", Listen], new Dictionary<string, string?>(), App);
        var address = await app.WaitForErrorAsync("http://");

        var checks = (await ProgramRun.RunAsync(
            "dotnet",
            [Repository.Cli, "check", "api", Repository.Sample("node-pipeline"), "--url", address!, "--json"],
            new Dictionary<string, string?>())).Succeeded();

        Assert.Equal(
            ["checks/ready.http", "checks/ready.http", "checks/orders.http", "checks/orders.http"],
            JsonNode.Parse(checks.Output)!["requests"]!.AsArray().Select(request => (string?)request!["file"]));
    }

    // On a free port, which it says where it can be waited for.
    private const string Listen = """
        import("./src/app.js").then(({ createApp }) => {
          const app = createApp();
          app.listen(0, "127.0.0.1", () => console.error(`http://127.0.0.1:${app.address().port}`));
        });
        """;
}
