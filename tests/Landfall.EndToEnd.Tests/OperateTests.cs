using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>One service that is restarted, scaled, paused and resumed, as the AWS CLI sees it, and as history tells it.</summary>
[LongRun]
public sealed class OperateTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Operate_ServiceThatRuns_IsAsAskedAndInTheHistory()
    {
        var folder = cloud.Project("""
            app: handy
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: internal, image: nginx:1, port: 8080, scale: { min: 1, max: 4, cpu: 60 } }
              nightly: { type: job, image: nginx:1, schedule: "0 3 * * *" }
            """);
        var absent = await cloud.LandfallAsync("restart", "api", folder, "--local", "--yes");
        Assert.Equal(1, absent.ExitCode);
        Assert.Contains("is not deployed", Unbroken(absent.Error), StringComparison.Ordinal);
        await cloud.DeployAsync(folder, "dev");

        var before = await DeploymentAsync();
        Assert.Equal("LF5090", (string)(await FailAsync("restart", "api", folder))["code"]!); // nobody is there to agree
        Assert.Equal(before, await DeploymentAsync());
        await DoAsync("restart", "api", folder, "--yes");
        Assert.NotEqual(before, await DeploymentAsync());

        Assert.False((bool)(await DoAsync("scale", "api", "3", folder, "--dry-run"))["changed"]!);
        Assert.Equal((1, 1, 4, false), await StateAsync());
        Assert.Equal("3 tasks, scaling from 3 to 3", (string)(await DoAsync("scale", "api", "3", folder))["after"]!);
        Assert.Equal((3, 3, 3, false), await StateAsync());
        await DoAsync("scale", "api", folder, "--min", "1", "--max", "2", "--yes");
        Assert.Equal((2, 1, 2, false), await StateAsync());

        await DoAsync("pause", "api", folder, "--yes");
        Assert.Equal((0, 1, 2, true), await StateAsync());
        await DoAsync("resume", "api", folder);
        Assert.Equal((1, 1, 2, false), await StateAsync());

        Assert.Equal("LF5170", (string)(await FailAsync("pause", "apy", folder, "--yes"))["code"]!);
        Assert.Equal("LF5210", (string)(await FailAsync("restart", "nightly", folder, "--yes"))["code"]!);
        Assert.Equal("LF5211", (string)(await FailAsync("scale", "api", "many", folder))["code"]!);

        var history = (await DoAsync("history", "api", folder))["entries"]!.AsArray();
        Assert.Equal(["resume", "pause", "scale", "scale", "restart", "deploy"], history.Select(entry => (string)entry!["operation"]!));
        Assert.Equal(("deployment", "change"), ((string)history[^1]!["kind"]!, (string)history[0]!["kind"]!));
        Assert.Empty((await DoAsync("history", "nightly", folder, "--since", "1s"))["entries"]!.AsArray());
        var released = (await DoAsync("status", folder))["services"]![0]!["released"]!;
        Assert.Equal(("deploy", (string)history[^1]!["by"]!), ((string)released["operation"]!, (string)released["by"]!));
    }

    private static string Unbroken(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<JsonNode> DoAsync(params string[] line) => JsonNode.Parse((await cloud.LandfallAsync([.. line, "--local", "--json"])).Succeeded().Output)!;

    private async Task<JsonNode> FailAsync(params string[] line)
    {
        var result = await cloud.LandfallAsync([.. line, "--local", "--json"]);
        Assert.Equal(1, result.ExitCode);
        return JsonNode.Parse(result.Output)!["error"]!;
    }

    private async Task<JsonNode> ServiceAsync() => (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "handy-dev", "--services", "api"))["services"]![0]!;

    private async Task<string> DeploymentAsync() => (string)(await ServiceAsync())["deployments"]![0]!["id"]!;

    private async Task<(int Tasks, int Min, int Max, bool Suspended)> StateAsync()
    {
        var target = (await cloud.AwsAsync("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs", "--resource-ids", "service/handy-dev/api"))["ScalableTargets"]![0]!;
        var suspended = target["SuspendedState"] is JsonObject state && state.All(part => (bool)part.Value!);
        return ((int)(await ServiceAsync())["desiredCount"]!, (int)target["MinCapacity"]!, (int)target["MaxCapacity"]!, suspended);
    }
}
