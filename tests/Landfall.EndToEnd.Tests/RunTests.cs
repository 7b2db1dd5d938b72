using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Commands that run with what a service has, as the AWS CLI sees them.</summary>
[LongRun]
public sealed class RunTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File = """
        app: once
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        network: { nat: none }
        secrets: { stripe: {} }
        services:
          api: { type: web, image: nginx:1, port: 8080, uses: [stripe], env: { MODE: served }, release: { command: [migrate, --yes] } }
          nightly: { type: job, image: nginx:2, command: [count], schedule: "0 3 * * *" }
        """;

    [Fact]
    public async Task Run_Commands_AreTasksOfTheServicesOwnWithTheirExitCodes()
    {
        var folder = cloud.Project(File);
        Assert.Contains("LF5064", (await cloud.LandfallAsync("run", "api", "ls", folder, "--local")).Error, StringComparison.Ordinal);
        await cloud.DeployAsync(folder, "dev");

        // A command: what it writes is on standard output, its exit code is the program's.
        await PageAsync(new { cluster = "once-dev", family = "once-dev-api", exitCode = 3, log = new[] { "no such table", "done" } });
        var run = await cloud.LandfallAsync("run", "api", "manage.py 'show all'", folder, "--local", "--env-var", "LIMIT=5");
        Assert.Equal((3, "no such table\ndone\n"), (run.ExitCode, run.Output));
        Assert.Contains("exit code 3", run.Error, StringComparison.Ordinal);
        var task = await LastAsync("once-dev-api");
        var given = task["overrides"]!["containerOverrides"]![0]!;
        Assert.Equal(["manage.py", "show all"], given["command"]!.AsArray().Select(word => (string)word!));
        Assert.Equal("""[{"name":"LIMIT","value":"5"}]""", given["environment"]!.ToJsonString());
        Assert.Equal(((string)(await ServiceAsync())["taskDefinition"]!, "landfall-run"), ((string)task["taskDefinitionArn"]!, (string)task["startedBy"]!));

        // A secret: nowhere but in the secret, which is gone with the task definition that names it.
        await PageAsync(new { cluster = "once-dev", family = "once-dev-api_run", log = new[] { "seeded" } });
        var seeded = await cloud.LandfallFedAsync("hunter2\n", "run", "api", "seed", folder, "--local", "--secret-var", "API_KEY", "--json");
        Assert.Equal(0, seeded.ExitCode);
        Assert.Equal(0, (int)JsonNode.Parse(seeded.Output.Trim().Split('\n')[^1])!["end"]!["exitCode"]!);
        Assert.DoesNotContain("hunter2", seeded.Output + seeded.Error, StringComparison.Ordinal);
        var secret = await LastAsync("once-dev-api_run");
        Assert.DoesNotContain("hunter2", secret.ToJsonString(), StringComparison.Ordinal);
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)secret["taskDefinitionArn"]!))["taskDefinition"]!;
        Assert.Equal("INACTIVE", (string)definition["status"]!);
        var names = definition["containerDefinitions"]![0]!["secrets"]!.AsArray().Select(one => (string)one!["name"]!);
        Assert.Equal(["STRIPE", "API_KEY"], names);
        var secrets = (await cloud.AwsAsync("secretsmanager", "list-secrets"))["SecretList"]!.AsArray().Select(one => (string)one!["Name"]!);
        Assert.Equal(["once/dev/stripe"], secrets);

        var trail = (await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output;
        Assert.Contains($"a command in task {((string)secret["taskArn"]!).Split('/')[^1]}", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", trail, StringComparison.Ordinal);

        // The release command by hand, and a job's own command.
        await cloud.LandfallAsync("run", "api", folder, "--local", "--release", "--detach");
        Assert.Equal("landfall-run", (string)(await LastAsync("once-dev-api_release"))["startedBy"]!);
        await PageAsync(new { cluster = "once-dev", family = "once-dev-nightly", log = new[] { "42" } });
        Assert.Equal("42\n", (await cloud.LandfallAsync("run", "nightly", folder, "--local")).Succeeded().Output);
        Assert.Empty((await LastAsync("once-dev-nightly"))["overrides"]!["containerOverrides"]![0]!["command"]?.AsArray() ?? []);

        // Stopped half-way: the task stops too.
        await PageAsync(new { cluster = "once-dev", family = "once-dev-api", seconds = 60 });
        using var sleeping = cloud.Start("run", "api", "sleep 60", folder, "--local", "--json");
        await sleeping.WaitForOutputAsync("\"task\"");
        await sleeping.SignalAsync("INT");
        Assert.Equal(130, (await sleeping.EndAsync()).ExitCode);
        Assert.StartsWith("'landfall run' was stopped by ", (string)(await LastAsync("once-dev-api"))["stoppedReason"]!, StringComparison.Ordinal);

        Assert.Contains("LF5270 Nothing says what to run", (await cloud.LandfallAsync("run", "api", folder, "--local")).Error, StringComparison.Ordinal);
        Assert.Contains("LF5270 'STRIPE' is a secret of 'api'", (await cloud.LandfallAsync("run", "api", "ls", folder, "--local", "--env-var", "STRIPE=x")).Error, StringComparison.Ordinal);
    }

    private async Task<JsonNode> ServiceAsync() =>
        (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "once-dev", "--services", "api"))["services"]![0]!;

    private async Task<JsonNode> LastAsync(string family)
    {
        var tasks = (await cloud.AwsAsync("ecs", "list-tasks", "--cluster", "once-dev", "--family", family, "--desired-status", "STOPPED"))["taskArns"]!.AsArray();
        return (await cloud.AwsAsync("ecs", "describe-tasks", "--cluster", "once-dev", "--tasks", (string)tasks[^1]!))["tasks"]![0]!;
    }

    private async Task PageAsync(object request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(request));
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/single-tasks"), content);
        answer.EnsureSuccessStatusCode();
    }
}
