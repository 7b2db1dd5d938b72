using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A rollout that is checked by tasks: the function is run as Lambda would, and asks ECS for them.</summary>
[LongRun]
public sealed class TaskChecksTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_WithTasksThatCheck_GoesThroughOrSaysExitCodeAndLog()
    {
        var folder = cloud.Project("""
            app: smoke
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            services:
              api:
                type: web
                image: nginx:1
                deploy:
                  strategy: blueGreen
                  checks:
                    - { command: [npm, run, smoke] }
                    - { image: "postman/newman:6", command: [run, shop.json], at: afterTraffic }
            """);
        await cloud.DeployAsync(folder, "dev");
        Assert.Empty(await TasksAsync("smoke-dev-api"));

        // All is well: each task was started once, the command with the new version's task definition and where it listens.
        await PageAsync(new { cluster = "smoke-dev", family = "smoke-dev-api", seconds = 1.5, log = new[] { "checked" } });
        Release(folder, "nginx:1", "nginx:2");
        var deployed = (await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes")).Succeeded();
        Assert.Contains("the check npm run smoke of api runs as the task ", deployed.Error + deployed.Output, StringComparison.Ordinal);
        var command = Assert.Single(await TasksAsync("smoke-dev-api"));
        Assert.Equal("landfall-check", (string?)command["startedBy"]);
        Assert.Equal("nginx:2", await ImageAsync((string)command["taskDefinitionArn"]!));
        var given = command["overrides"]!["containerOverrides"]![0]!;
        Assert.Equal("""["npm","run","smoke"]""", given["command"]!.ToJsonString());
        Assert.Equal(["LANDFALL_TEST_URL", "LANDFALL_TEST_ADDRESS"], given["environment"]!.AsArray().Select(variable => (string?)variable!["name"]));
        Assert.EndsWith(":9443", (string?)given["environment"]![0]!["value"], StringComparison.Ordinal);
        Assert.StartsWith("10.", (string?)given["environment"]![1]!["value"], StringComparison.Ordinal);
        var image = Assert.Single(await TasksAsync("smoke-dev-api_check1"));
        Assert.Equal("postman/newman:6", await ImageAsync((string)image["taskDefinitionArn"]!));
        Assert.Equal("nginx:2", await RunningAsync());

        // The command fails: what ran goes on running, and the deployment says how the task ended and where its log is.
        await PageAsync(new { cluster = "smoke-dev", family = "smoke-dev-api", exitCode = 3, log = new[] { "no orders" } });
        Release(folder, "nginx:2", "nginx:3");
        var failed = await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("smoke-dev-api: the check npm run smoke of api has failed, and ECS rolls the deployment back:", failed.Error, StringComparison.Ordinal);
        Assert.Contains("exit code 3: Essential container in task exited", failed.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:2", await RunningAsync());
        var task = (await TasksAsync("smoke-dev-api")).Select(one => ((string)one["taskArn"]!).Split('/')[^1])
            .Single(id => failed.Error.Contains($"its log is the stream api/api/{id} of /smoke/dev/api", StringComparison.Ordinal));
        var log = await cloud.AwsAsync("logs", "get-log-events", "--log-group-name", "/smoke/dev/api", "--log-stream-name", $"api/api/{task}");
        Assert.Equal("no orders", (string?)log["events"]![0]!["message"]);

        // The check after traffic fails: an image of its own.
        await PageAsync(new { clear = true });
        await PageAsync(new { cluster = "smoke-dev", family = "smoke-dev-api_check1", exitCode = 1 });
        var after = await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes");
        Assert.Equal(1, after.ExitCode);
        Assert.Contains("the check postman/newman:6 run shop.json of api has failed", after.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:2", await RunningAsync());
    }

    private static void Release(string folder, string before, string after)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>The tasks of a family, as the AWS CLI tells of them.</summary>
    private async Task<IReadOnlyList<JsonNode>> TasksAsync(string family)
    {
        var listed = (await cloud.AwsAsync("ecs", "list-tasks", "--cluster", "smoke-dev", "--family", family, "--desired-status", "STOPPED"))["taskArns"]!.AsArray();
        if (listed.Count == 0)
            return [];
        var described = await cloud.AwsAsync(["ecs", "describe-tasks", "--cluster", "smoke-dev", "--tasks", .. listed.Select(arn => (string)arn!)]);
        return [.. described["tasks"]!.AsArray().Select(task => task!)];
    }

    private async Task<string> ImageAsync(string definition) =>
        (string)(await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", definition))["taskDefinition"]!["containerDefinitions"]![0]!["image"]!;

    private async Task<string> RunningAsync() =>
        await ImageAsync((string)(await cloud.AwsAsync("ecs", "describe-services", "--cluster", "smoke-dev", "--services", "api"))["services"]![0]!["taskDefinition"]!);

    private async Task PageAsync(object request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(request)); // with its length, which the page reads
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/single-tasks"), content);
        answer.EnsureSuccessStatusCode();
    }
}
