using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>An image that comes by releases: nothing runs before the first, and no deployment takes one back.</summary>
[LongRun]
public sealed class ReleasedImageTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Parameter = "/team/dev/services/api/image";
    private const string Repository = "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/dev/api";

    [Fact]
    public async Task Release_FirstBadAndNext_RunsTheLastGoodOneWhateverIsDeployed()
    {
        var folder = cloud.Project("""
            app: team
            region: us-east-1
            environments: { dev: { account: "123456789012" } }
            network: { nat: none }
            services:
              api: { type: web, image: { released: true }, scale: { min: 2, max: 2 } }
              wide: { type: internal, image: { released: true }, scale: { min: 1, max: 3, cpu: 60 } }
            """);

        // The first deployment works without an image, and starts nothing.
        await cloud.DeployAsync(folder, "dev");
        Assert.Equal((0, "none"), await RunsAsync("api"));
        Assert.Equal((0, "none"), await RunsAsync("wide"));
        Assert.All(await AlarmActionsAsync("team-dev-api-"), Assert.False);
        Assert.Equal("unchanged", LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev"))["team-dev-api"]);

        // What the repository does not have is not released.
        var unknown = await cloud.LandfallAsync("release", "api", folder, "--image", "v0", "--local");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("LF5152", unknown.Error, StringComparison.Ordinal);

        // From no task to two.
        var first = await PushAsync("api", "v1");
        Assert.Equal($"{Repository}@{first}", (string)(await ReleaseAsync("api", folder, "v1"))["image"]!);
        Assert.Equal((2, $"{Repository}@{first}"), await RunsAsync("api"));
        Assert.All(await AlarmActionsAsync("team-dev-api-"), Assert.True);
        Assert.False((bool)(await ReleaseAsync("api", folder, "v1"))["changed"]!);

        // Of a service that scales, the first tasks are those that it has at least.
        await PushAsync("wide", "v1");
        await ReleaseAsync("wide", folder, "v1");
        Assert.Equal(1, (await RunsAsync("wide")).Tasks);
        Assert.Equal((1, 3), await LimitsAsync("wide"));

        // An image whose tasks fail: the one before runs on, and the parameter says so.
        await PushAsync("api", "v2");
        await PageAsync(new { cluster = "team-dev", service = "api", exitCode = 1, log = new[] { "no such module" }, seconds = 30 });
        var failed = await cloud.LandfallAsync("release", "api", folder, "--image", "v2", "--local");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("no such module", failed.Error, StringComparison.Ordinal);
        await PageAsync(new { clear = true });
        Assert.Equal((2, $"{Repository}@{first}"), await RunsAsync("api"));
        Assert.Equal($"{Repository}@{first}", await ValueAsync());

        // A deployment of the system changes something else, and leaves the image as it is.
        var file = Path.Combine(folder, "landfall.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("released: true }, scale: { min: 2", "released: true }, env: { LEVEL: high }, scale: { min: 2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await cloud.DeployAsync(folder, "dev");
        Assert.Equal((2, $"{Repository}@{first}"), await RunsAsync("api"));

        // By names alone, as a team's own repository has no file; and a parameter that ran ahead of the stack is a change.
        var third = await PushAsync("api", "v3");
        Assert.True(await IsUnchangedAsync(folder));
        await cloud.AwsAsync("ssm", "put-parameter", "--name", Parameter, "--overwrite", "--value", $"{Repository}@{third}");
        Assert.False(await IsUnchangedAsync(folder));
        await cloud.AwsAsync("ssm", "put-parameter", "--name", Parameter, "--overwrite", "--value", $"{Repository}@{first}");
        var empty = cloud.Project("");
        (await cloud.LandfallOnAwsAsync(
            new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local", ["AWS_REGION"] = "us-east-1" },
            "release", "api", empty, "--app", "team", "--env", "dev", "--image", $"{Repository}:v3")).Succeeded();
        Assert.Equal((2, $"{Repository}@{third}"), await RunsAsync("api"));

        // Back to the image before, and no further than there was one.
        var dry = JsonNode.Parse((await cloud.LandfallAsync("rollback", "api", folder, "--dry-run", "--local", "--json")).Succeeded().Output)!;
        Assert.Equal($"{Repository}@{first}", (string)dry["image"]!);
        Assert.Equal((2, $"{Repository}@{third}"), await RunsAsync("api"));
        (await cloud.LandfallAsync("rollback", "api", folder, "--yes", "--local")).Succeeded();
        Assert.Equal((2, $"{Repository}@{first}"), await RunsAsync("api"));
        Assert.Equal($"{Repository}@{first}", await ValueAsync());
        var releases = JsonNode.Parse((await cloud.LandfallAsync("releases", "api", folder, "--local", "--json")).Succeeded().Output)!;
        Assert.Equal(["rollback", "release", "release"], releases["releases"]!.AsArray().Select(release => (string)release!["operation"]!));
        Assert.Equal($"{Repository}@{first}", (string)releases["image"]!);
        var further = await cloud.LandfallAsync("rollback", "api", folder, "--yes", "--local");
        Assert.Equal(1, further.ExitCode);
        Assert.Contains("LF5152", further.Error, StringComparison.Ordinal);
        (await cloud.LandfallAsync("rollback", "api", folder, "--to", releases["releases"]![1]!["number"]!.ToString(), "--yes", "--local")).Succeeded();
        Assert.Equal((2, $"{Repository}@{third}"), await RunsAsync("api"));

        (await cloud.LandfallAsync("destroy", folder, "--env", "dev", "--local", "--yes")).Succeeded();
        Assert.Empty((await cloud.AwsAsync("ssm", "get-parameters", "--names", Parameter))["Parameters"]!.AsArray());
    }

    private async Task<JsonNode> ReleaseAsync(string service, string folder, string image) =>
        JsonNode.Parse((await cloud.LandfallAsync("release", service, folder, "--image", image, "--local", "--json")).Succeeded().Output)!;

    private async Task<bool> IsUnchangedAsync(string folder) =>
        (await cloud.LandfallAsync("diff", folder, "--local", "--exit-code")).ExitCode == 0;

    private async Task<string> PushAsync(string service, string tag)
    {
        var digest = $"sha256:{new string(tag[^1], 64)}";
        var manifest = $$"""{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","layers":[{"digest":"{{digest}}","size":1}]}""";
        await cloud.AwsAsync("ecr", "put-image", "--repository-name", $"team/dev/{service}", "--image-tag", tag, "--image-digest", digest, "--image-manifest", manifest);
        return digest;
    }

    /// <summary>How many tasks a service is to run, and of which image.</summary>
    private async Task<(int Tasks, string Image)> RunsAsync(string name)
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "team-dev", "--services", name))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return ((int)service["desiredCount"]!, (string)definition["containerDefinitions"]![0]!["image"]!);
    }

    private async Task<(int Min, int Max)> LimitsAsync(string service)
    {
        var target = (await cloud.AwsAsync("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs", "--resource-ids", $"service/team-dev/{service}"))["ScalableTargets"]![0]!;
        return ((int)target["MinCapacity"]!, (int)target["MaxCapacity"]!);
    }

    private async Task<IReadOnlyList<bool>> AlarmActionsAsync(string prefix)
    {
        var alarms = (await cloud.AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", prefix))["MetricAlarms"]!.AsArray();
        Assert.NotEmpty(alarms);
        return [.. alarms.Select(alarm => (bool)alarm!["ActionsEnabled"]!)];
    }

    private async Task<string> ValueAsync() => (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", Parameter))["Parameter"]!["Value"]!;

    private async Task PageAsync(object request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(request)); // with its length, which the page reads
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/failing-tasks"), content);
        answer.EnsureSuccessStatusCode();
    }
}
