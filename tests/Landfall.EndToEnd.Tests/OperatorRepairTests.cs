using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A release after which an alarm goes off, and an operator that takes it back as far as it may.</summary>
[LongRun]
public sealed class OperatorRepairTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File = """
        app: NAME
        region: us-east-1
        environments: { dev: { account: "123456789012" } }
        network: { nat: none }
        operate: { mode: MODE }
        services:
          api: { type: web, image: { released: true }, scale: { min: 1, max: 1 } }
        """;

    [Fact]
    public async Task Operate_BadRelease_SuggestsThenWaitsThenRollsBackWhatWasApproved()
    {
        var (folder, first, second) = await ReleasedTwiceAsync("careful", "approve");

        // A word of advice, as less than the file allows: nothing changes.
        Assert.Equal("LF6111", (string)(await FailAsync("operate", folder, "--once", "--mode", "auto"))["code"]!);
        var proposed = Assert.Single(Told(await LookAsync(folder, "--mode", "suggest"), "repairProposed"));
        Assert.Contains("bad-release: rollback (service: api)", proposed, StringComparison.Ordinal);
        Assert.Equal(second, await ImageAsync("careful"));
        Assert.Equal("LF6109", (string)(await FailAsync("approve", "1", folder, "--yes"))["code"]!);

        // It waits for a person; frozen, it does nothing although one has approved.
        Assert.Single(Told(await LookAsync(folder), "repairWaiting"));
        Assert.Equal(1, (int)(await DoAsync("approve", "1", folder, "--yes"))["repair"]!);
        Assert.True((bool)(await DoAsync("freeze", folder, "--for", "1h", "--reason", "load test"))["frozen"]!);
        Assert.Contains("(load test)", Assert.Single(Told(await LookAsync(folder), "repairRefused")), StringComparison.Ordinal);
        Assert.Equal(second, await ImageAsync("careful"));
        Assert.True((bool)(await DoAsync("freeze", folder, "--end"))["changed"]!);

        // Then it does exactly that.
        var done = await LookAsync(folder);
        Assert.Single(Told(done, "repairMade"));
        Assert.Equal("verifying", (string)done["incidents"]![0]!["state"]!);
        Assert.Equal(first, await ImageAsync("careful"));

        // The fault is over.
        await AlarmAsync("careful", "OK");
        Assert.StartsWith("repaired by repair 1, bad-release: rollback (service: api), approved by ", Assert.Single(Told(await LookAsync(folder), "repaired")), StringComparison.Ordinal);
        var entry = (await DoAsync("audit", folder))["entries"]!.AsArray().Single(one => (string)one!["operation"]! == "rollback")!;
        Assert.Equal(("operator", "operator, incident 1, repair 1, bad-release"), ((string)entry["door"]!, (string)entry["user"]!));
        Assert.Contains("the operator began rollback (service: api) by playbook bad-release", (await cloud.LandfallAsync("incidents", "1", folder, "--local", "--post-mortem")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operate_BadReleaseInAuto_IsRolledBackOnceHoweverOftenItLooks()
    {
        var (folder, first, _) = await ReleasedTwiceAsync("bold", "auto");

        Assert.Single(Told(await LookAsync(folder), "repairMade"));
        Assert.Equal(first, await ImageAsync("bold"));
        Assert.Empty(Told(await LookAsync(folder), "repairBegun"));
        Assert.Empty(Told(await LookAsync(folder), "repairBegun"));
        await AlarmAsync("bold", "OK");
        Assert.Single(Told(await LookAsync(folder), "repaired"));

        Assert.Equal(first, await ImageAsync("bold"));
        Assert.Equal(["rollback", "release", "release"], (await DoAsync("releases", "api", folder))["releases"]!.AsArray().Select(release => (string)release!["operation"]!));
        Assert.Equal("LF6108", (string)(await FailAsync("operate", folder, "--once", "--mode", "bold"))["code"]!);
    }

    /// <summary>A service that was released twice, the second time with an alarm after it.</summary>
    private async Task<(string Folder, string First, string Second)> ReleasedTwiceAsync(string app, string mode)
    {
        var folder = cloud.Project(File.Replace("NAME", app, StringComparison.Ordinal).Replace("MODE", mode, StringComparison.Ordinal));
        await cloud.DeployAsync(folder, "dev");
        var images = new List<string>();
        foreach (var tag in new[] { "v1", "v2" })
        {
            var digest = $"sha256:{new string(tag[^1], 64)}";
            var manifest = $$"""{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","layers":[{"digest":"{{digest}}","size":1}]}""";
            await cloud.AwsAsync("ecr", "put-image", "--repository-name", $"{app}/dev/api", "--image-tag", tag, "--image-digest", digest, "--image-manifest", manifest);
            images.Add((string)(await DoAsync("release", "api", folder, "--image", tag))["image"]!);
        }

        Assert.Equal(images[1], await ImageAsync(app));
        await AlarmAsync(app, "ALARM");
        return (folder, images[0], images[1]);
    }

    private async Task AlarmAsync(string app, string state)
    {
        var alarm = (string)(await cloud.AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", $"{app}-dev-api-"))["MetricAlarms"]![0]!["AlarmName"]!;
        await cloud.AwsAsync("cloudwatch", "set-alarm-state", "--alarm-name", alarm, "--state-value", state, "--state-reason", "7 % of requests fail");
    }

    /// <summary>The image that ECS runs.</summary>
    private async Task<string> ImageAsync(string app)
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", $"{app}-dev", "--services", "api"))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return (string)definition["containerDefinitions"]![0]!["image"]!;
    }

    private static IReadOnlyList<string> Told(JsonNode look, string kind) =>
        [.. look["events"]!.AsArray().Where(one => (string)one!["kind"]! == kind).Select(one => (string)one!["text"]!)];

    private Task<JsonNode> LookAsync(string folder, params string[] more) => DoAsync(["operate", folder, "--once", .. more]);

    private async Task<JsonNode> DoAsync(params string[] line) => JsonNode.Parse((await cloud.LandfallAsync([.. line, "--local", "--json"])).Succeeded().Output)!;

    private async Task<JsonNode> FailAsync(params string[] line)
    {
        var result = await cloud.LandfallAsync([.. line, "--local", "--json"]);
        Assert.Equal(1, result.ExitCode);
        return JsonNode.Parse(result.Output)!["error"]!;
    }
}
