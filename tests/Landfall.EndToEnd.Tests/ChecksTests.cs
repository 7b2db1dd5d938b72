using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.EndToEnd.Tests;

/// <summary>A rollout with checks: it goes through, or back with the reason.</summary>
[LongRun]
public sealed partial class ChecksTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_WithChecks_GoesThroughOrSaysWhichFailedAndWhy()
    {
        var folder = cloud.Project("""
            app: probe
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: web, image: nginx:1, deploy: { strategy: blueGreen, checks: [checks/api.http, { file: checks/after.http, at: afterTraffic }] } }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "checks"));
        File.WriteAllText(Path.Combine(folder, "checks", "api.http"), "# @expect status 200\nGET /health\n");
        File.WriteAllText(Path.Combine(folder, "checks", "after.http"), "GET /\n");
        await cloud.DeployAsync(folder, "dev");

        // All is well: the checks were called, in their order.
        Release(folder, "nginx:1", "nginx:2");
        (await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes")).Succeeded();
        Assert.Equal("nginx:2", await ImageAsync());
        Assert.Equal(
            ["POST_TEST_TRAFFIC_SHIFT checks/api.http", "POST_PRODUCTION_TRAFFIC_SHIFT checks/after.http"],
            (await PageAsync("{}"))["called"]!.AsArray().Select(call => $"{call!["stage"]} {call["file"]}"));

        // A check fails: what ran goes on running, and the deployment says why.
        await PageAsync("""
            { "cluster": "probe-dev", "service": "api", "file": "checks/api.http", "logGroup": "/probe/dev/api/checks",
              "reasons": ["checks/api.http:2 GET /health: status 500, expected 200"] }
            """);
        Release(folder, "nginx:2", "nginx:3");
        var failed = await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("probe-dev-api: the check checks/api.http of api has failed, and ECS rolls the deployment back:", failed.Error, StringComparison.Ordinal);
        Assert.Contains("checks/api.http:2 GET /health: status 500, expected 200", failed.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:2", await ImageAsync());

        // Without checks again: it asks, as their log goes, and nothing that is still used is in the way.
        await PageAsync("""{ "clear": true }""");
        Release(folder, "strategy: blueGreen, checks: [checks/api.http, { file: checks/after.http, at: afterTraffic }]", "strategy: blueGreen");
        var asked = await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes");
        Assert.Contains("The log group /probe/dev/api/checks is deleted", asked.Error, StringComparison.Ordinal);
        (await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes", "--accept", Whole().Match(asked.Error).Value)).Succeeded();
        Assert.Equal("nginx:3", await ImageAsync());
        Assert.Empty((await PageAsync("{}"))["called"]!.AsArray());
        Release(folder, "strategy: blueGreen", "strategy: blueGreen, checks: [checks/api.http]");

        // A fault in a check file stops before anything is deployed.
        File.WriteAllText(Path.Combine(folder, "checks", "api.http"), "# @expect state 200\nGET /health\n");
        var invalid = await cloud.LandfallAsync("validate", folder);
        Assert.Equal(1, invalid.ExitCode);
        Assert.Contains("api.http:1:11 LF1325 'state' cannot be expected", invalid.Output, StringComparison.Ordinal);
    }

    private static void Release(string folder, string before, string after)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
    }

    private async Task<JsonNode> PageAsync(string request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/failing-checks"), content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>What agrees to all of a change.</summary>
    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Whole();

    private async Task<string> ImageAsync()
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "probe-dev", "--services", "api"))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return (string)definition["containerDefinitions"]![0]!["image"]!;
    }
}
