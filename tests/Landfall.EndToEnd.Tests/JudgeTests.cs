using System.Text;

namespace Landfall.EndToEnd.Tests;

/// <summary>A release whose traffic shifts step by step beside the version before it.</summary>
[LongRun]
public sealed class JudgeTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Minute = """{ "new": { "requests": 500, "failures": FAILURES }, "old": { "requests": 5000, "failures": 5 } }""";

    [Fact]
    public async Task Deploy_TrafficShifts_RollsAWorseReleaseBackAndLetsAHealthyOneThrough()
    {
        var folder = cloud.Project("""
            app: weigh
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: web, image: nginx:1, deploy: { strategy: canary, interval: 10m } }
            """);
        await cloud.DeployAsync(folder, "dev");

        // No worse than the one before: it goes through, and the deployment says what was compared.
        await ShiftAsync(failures: 1, seconds: 4);
        var healthy = await DeployAsync(folder, "nginx:1", "nginx:2");
        Assert.Equal(0, healthy.ExitCode);
        Assert.Contains("weigh-dev-api: the new version is no worse than the old one, as far as can be told: 0.2 % of its 1,500 requests failed, and 0.1 % of the old version's 15,000 in the same 3 minutes.", healthy.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:2", await ImageAsync());

        // Worse: what ran goes on running, long before the shift would have ended.
        await ShiftAsync(failures: 100, seconds: 600);
        var worse = await DeployAsync(folder, "nginx:2", "nginx:3");
        Assert.Equal(1, worse.ExitCode);
        const string numbers = "the new version of api fails more than the old one: 20 % of its 1,000 requests failed, and 0.1 % of the old version's 10,000 in the same 2 minutes.";
        Assert.Contains($"weigh-dev-api: {numbers}", worse.Error, StringComparison.Ordinal);
        Assert.Contains("Rolling back weigh-dev-api …", worse.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:2", await ImageAsync());

        // Not compared: it goes through, however many fail.
        await ShiftAsync(failures: 100, seconds: 4);
        var silent = await DeployAsync(folder, "interval: 10m", "interval: 10m, judge: false", "nginx:3", "nginx:4");
        Assert.Equal(0, silent.ExitCode);
        Assert.DoesNotContain("version", silent.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:4", await ImageAsync());
    }

    private async Task<ProgramResult> DeployAsync(string folder, params string[] changes)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        foreach (var change in changes.Chunk(2))
            File.WriteAllText(file, File.ReadAllText(file).Replace(change[0], change[1], StringComparison.Ordinal));
        return await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes");
    }

    /// <summary>Says what both versions answer in three minutes of the next shift, and how long it takes where nobody ends it.</summary>
    private async Task ShiftAsync(int failures, int seconds)
    {
        var minute = Minute.Replace("FAILURES", $"{failures}", StringComparison.Ordinal);
        using var http = new HttpClient();
        using var content = new StringContent(
            $$"""{ "cluster": "weigh-dev", "service": "api", "seconds": {{seconds}}, "minutes": [{{minute}}, {{minute}}, {{minute}}] }""", Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/traffic-shifts"), content, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private async Task<string> ImageAsync()
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "weigh-dev", "--services", "api"))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return (string)definition["containerDefinitions"]![0]!["image"]!;
    }
}
