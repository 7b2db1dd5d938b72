using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Tasks that fail while CloudFormation waits for their service: the true reason, told at once.</summary>
[LongRun]
public sealed class FailingTasksTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_TasksFail_ShowsTheirReasonAndRollsBackWhereThatIsWanted()
    {
        var folder = cloud.Project("""
            app: shaky
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: web, image: nginx, port: 8080 }
            """);
        var fails = new
        {
            cluster = "shaky-dev",
            service = "api",
            exitCode = 3,
            seconds = 600,
            log = new[] { "starting", "cannot reach the database" },
            health = new { state = "unhealthy", reason = "Target.ResponseCodeMismatch", description = "Health checks failed with these codes: [502]" },
        };

        // A first creation: nothing stands yet, and it ends long before ECS would give up.
        await PageAsync(fails);
        var created = await cloud.LandfallAsync("deploy", folder, "--local", "--rollback-on-failure", "--json");
        Assert.Equal(1, created.ExitCode);
        AssertTold(created);
        Assert.NotEqual(0, (await cloud.AwsTextAsync("cloudformation", "describe-stacks", "--stack-name", "shaky-dev-api")).ExitCode);

        // An update: what ran goes on running.
        await PageAsync(new { clear = true });
        await cloud.DeployAsync(folder, "dev");
        await PageAsync(fails);
        File.WriteAllText(Path.Combine(folder, "landfall.yaml"), File.ReadAllText(Path.Combine(folder, "landfall.yaml")).Replace("port: 8080", "port: 8080, env: { LEVEL: debug }", StringComparison.Ordinal));
        var updated = await cloud.LandfallAsync("deploy", folder, "--local", "--rollback-on-failure", "--json");
        Assert.Equal(1, updated.ExitCode);
        AssertTold(updated);
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", (string)(await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", "shaky-dev-api", "--query", "Stacks[0].StackStatus"))!);

        // Without the option and a terminal ECS goes on trying, and its circuit breaker ends it.
        await PageAsync(new { fails.cluster, fails.service, fails.exitCode, fails.log, seconds = 8 });
        var waited = await cloud.LandfallAsync("deploy", folder, "--local", "--json");
        Assert.Equal(1, waited.ExitCode);
        Assert.Contains("With --rollback-on-failure", waited.Error, StringComparison.Ordinal);
        Assert.Contains("Circuit Breaker", (string)JsonNode.Parse(waited.Output)!["error"]!["failures"]![0]!["reason"]!, StringComparison.Ordinal);
        Assert.Contains("api | cannot reach the database", waited.Error, StringComparison.Ordinal);
    }

    private static void AssertTold(ProgramResult result)
    {
        Assert.Contains("has failed: Essential container in task exited", result.Error, StringComparison.Ordinal);
        var error = JsonNode.Parse(result.Output)!["error"]!;
        var failure = Assert.Single(error["failures"]!.AsArray())!;
        Assert.Equal(("shaky-dev-api", "AWS::ECS::Service"), ((string)failure["stack"]!, (string)failure["type"]!));
        var evidence = failure["evidence"]!.AsArray().Select(line => (string)line!).ToList();
        Assert.Contains(evidence, line => line.EndsWith("ended with exit code 3", StringComparison.Ordinal));
        Assert.Contains("target 10.0.0.10:8080 is unhealthy: Health checks failed with these codes: [502]", evidence);
        Assert.Equal("cannot reach the database", evidence[^1].Split(" | ")[^1]);
        var outcomes = error["stacks"]!.AsArray().ToDictionary(s => (string)s!["stack"]!, s => (string)s!["outcome"]!, StringComparer.Ordinal);
        Assert.Equal("failed", outcomes["shaky-dev-api"]);
        Assert.DoesNotContain("notReached", outcomes.Values);
    }

    private async Task PageAsync(object request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(request)); // with its length, which the page reads
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/failing-tasks"), content);
        answer.EnsureSuccessStatusCode();
    }
}
