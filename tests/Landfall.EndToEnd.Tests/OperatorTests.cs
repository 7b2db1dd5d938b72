using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>An environment that breaks and is mended, as its operator sees it.</summary>
public sealed class OperatorTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File = """
        app: guarded
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        network: { nat: none }
        services:
          api: { type: internal, image: nginx:1, port: 8080 }
          web: { type: web, image: nginx:1, port: 8080, uses: [api] }
        """;

    [Fact]
    public async Task Operate_ServiceBreaksAndIsMended_IsOneIncidentWithItsCauseUntilItIsOver()
    {
        var folder = cloud.Project(File);
        var never = await FailAsync("incidents", folder);
        Assert.Equal("LF6103", (string)never["code"]!);
        Assert.Contains("landfall operate --env dev --local", (string)never["message"]!, StringComparison.Ordinal);
        var absent = await FailAsync("operate", folder, "--once");
        Assert.Contains("guarded dev is not deployed", (string)absent["message"]!, StringComparison.Ordinal);
        await cloud.DeployAsync(folder, "dev");

        // All is well.
        var well = await LookAsync(folder);
        Assert.Empty(well["events"]!.AsArray());
        Assert.Empty(well["gaps"]!.AsArray());
        Assert.Empty((await DoAsync("incidents", folder))["incidents"]!.AsArray());

        // A task that fails at once, and an alarm of what uses it.
        await PageAsync(new { cluster = "guarded-dev", service = "api", exitCode = 3, running = 0, seconds = 600, log = new[] { "starting", "cannot reach the database" } });
        var alarm = (string)(await cloud.AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", "guarded-dev-web-"))["MetricAlarms"]![0]!["AlarmName"]!;
        await cloud.AwsAsync("cloudwatch", "set-alarm-state", "--alarm-name", alarm, "--state-value", "ALARM", "--state-reason", "7 % of requests fail");
        var broken = await LookAsync(folder);
        var opened = broken["events"]!.AsArray().Where(one => (string)one!["kind"]! == "opened").ToList();
        Assert.Single(opened);
        Assert.Empty((await LookAsync(folder))["events"]!.AsArray());

        var incident = Assert.Single((await DoAsync("incidents", folder))["incidents"]!.AsArray())!;
        Assert.Equal((1, "open"), ((int)incident["id"]!, (string)incident["state"]!));
        Assert.Equal(["api", "web"], incident["affected"]!.AsArray().Select(node => (string)node!).Order(StringComparer.Ordinal));
        Assert.Equal("api: The program in container 'api' ended with exit code 3.", (string)incident["cause"]!);

        var shown = (await cloud.LandfallAsync("incidents", "1", folder, "--local")).Succeeded().Output;
        Assert.Contains("0 of 1 task runs: Essential container in task exited; api: exit code 3", shown, StringComparison.Ordinal);
        Assert.Contains("api | cannot reach the database", shown, StringComparison.Ordinal);
        Assert.Contains("deploy by ", shown, StringComparison.Ordinal); // what was done shortly before, and by whom
        Assert.Contains(alarm, shown, StringComparison.Ordinal);

        Assert.True((bool)(await DoAsync("incidents", "ack", "1", folder, "--note", "on it"))["changed"]!);
        Assert.Equal("acknowledged", (string)(await DoAsync("incidents", folder))["incidents"]![0]!["state"]!);
        Assert.Equal("acknowledged", (string)Assert.Single((await LookAsync(folder))["events"]!.AsArray())!["kind"]!);

        // It is mended.
        await PageAsync(new { clear = true });
        await cloud.AwsAsync("cloudwatch", "set-alarm-state", "--alarm-name", alarm, "--state-value", "OK", "--state-reason", "all well");
        var mended = await LookAsync(folder, "--resolve-after", "0s");
        Assert.Equal("resolved", (string)Assert.Single(mended["events"]!.AsArray())!["kind"]!);
        Assert.Empty(mended["incidents"]!.AsArray());

        var over = (await DoAsync("incidents", folder))["incidents"]![0]!;
        Assert.Equal("resolved", (string)over["state"]!);
        Assert.NotNull(over["ended"]);
        Assert.Equal("LF6104", (string)(await FailAsync("incidents", "ack", "1", folder))["code"]!);
        Assert.Equal("LF6104", (string)(await FailAsync("incidents", "7", folder))["code"]!);
        var page = (await cloud.LandfallAsync("incidents", "1", folder, "--local", "--post-mortem")).Succeeded().Output;
        Assert.StartsWith("# Incident 1 of guarded dev: api: 0 of 1 task runs", page, StringComparison.Ordinal);
        Assert.Contains("took it on: on it", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operate_UntilInterrupted_TellsEachEventInALineAndKeepsOthersOut()
    {
        await using var own = new LocalCloud();
        await own.InitializeAsync();
        var folder = own.Project(File.Replace("guarded", "watched", StringComparison.Ordinal));
        await own.DeployAsync(folder, "dev");

        using var operate = own.Start("operate", folder, "--local", "--every", "5s");
        Assert.Contains("No incident is open. Watching; Ctrl-C ends it.", await operate.WaitForErrorAsync("watched dev"), StringComparison.Ordinal);
        var second = await own.LandfallAsync("operate", folder, "--local", "--once", "--json");
        Assert.Equal((1, "LF6100"), (second.ExitCode, (string)JsonNode.Parse(second.Output)!["error"]!["code"]!));

        var alarm = (string)(await own.AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", "watched-dev-api-"))["MetricAlarms"]![0]!["AlarmName"]!;
        await own.AwsAsync("cloudwatch", "set-alarm-state", "--alarm-name", alarm, "--state-value", "ALARM", "--state-reason", "7 % of requests fail");
        await operate.WaitForOutputAsync("incident 1 opened: ");
        await operate.SignalAsync("INT");
        var ended = await operate.EndAsync();

        Assert.Equal(130, ended.ExitCode);
        Assert.Contains($"incident 1 opened: low: api: alarm {alarm}: 7 % of requests fail", ended.Output, StringComparison.Ordinal);

        // What it knew is saved, and its place is free at once.
        var next = JsonNode.Parse((await own.LandfallAsync("operate", folder, "--local", "--once", "--json")).Succeeded().Output)!;
        Assert.Equal(1, (int)Assert.Single(next["incidents"]!.AsArray())!["id"]!);
        Assert.DoesNotContain(next["events"]!.AsArray(), one => (string)one!["kind"]! == "opened");
    }

    private Task<JsonNode> LookAsync(string folder, params string[] more) => DoAsync(["operate", folder, "--once", .. more]);

    private async Task<JsonNode> DoAsync(params string[] line) => JsonNode.Parse((await cloud.LandfallAsync([.. line, "--local", "--json"])).Succeeded().Output)!;

    private async Task<JsonNode> FailAsync(params string[] line)
    {
        var result = await cloud.LandfallAsync([.. line, "--local", "--json"]);
        Assert.Equal(1, result.ExitCode);
        return JsonNode.Parse(result.Output)!["error"]!;
    }

    private async Task PageAsync(object request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(request)); // with its length, which the page reads
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/failing-tasks"), content);
        answer.EnsureSuccessStatusCode();
    }
}
