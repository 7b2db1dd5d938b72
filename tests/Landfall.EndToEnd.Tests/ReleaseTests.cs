using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A release command: it runs before a service changes, and nothing changes where it fails.</summary>
[LongRun]
public sealed class ReleaseTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Family = "mig-dev-api_release";

    [Fact]
    public async Task Deploy_ReleaseCommand_RunsBeforeEachNewVersionAndStopsWhereItFails()
    {
        var folder = cloud.Project("""
            app: mig
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            queues: { jobs: {} }
            services:
              api: { type: web, image: nginx:1, port: 8080, uses: [jobs], release: { command: [migrate, --yes] } }
              worker: { type: worker, image: nginx:1, queue: jobs }
            """);

        // The first time it runs before there is a service: with the roles and the network that the service gets.
        await PageAsync(new { cluster = "mig-dev", family = Family, exitCode = 1, log = new[] { "no such table" } });
        var failed = await cloud.LandfallAsync("deploy", folder, "--local", "--json");
        Assert.Equal(1, failed.ExitCode);
        AssertFailed(failed, "no such table");
        Assert.Equal("CREATE_COMPLETE", await StatusAsync("mig-dev-api"));
        Assert.Empty(await ServicesAsync());
        var first = Assert.Single(await TasksAsync());
        await AssertIsTheServicesOwnAsync(first);

        // It has not ended well: it runs again, although the file is the same.
        await PageAsync(new { clear = true });
        var deployed = await cloud.DeployAsync(folder, "dev");
        Assert.Equal("updated", LocalCloud.Outcomes(deployed)["mig-dev-api"]);
        Assert.Equal(2, (await TasksAsync()).Count);
        Assert.Equal(["mig-dev-api:1", "mig-dev-worker:1"], await ServicesAsync());
        Assert.DoesNotContain("landfall:release", await DefinitionTagsAsync());

        // Nothing changes: nothing runs.
        Assert.Empty(await RunsAsync(folder));
        Assert.Equal("unchanged", LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev"))["mig-dev-api"]);
        Assert.Equal(2, (await TasksAsync()).Count);

        // Another image: the change says that it runs; where it fails no service is touched, neither its own nor another.
        Edit(folder, "nginx:1", "nginx:2");
        Assert.Equal(["The release command of api runs before its tasks are replaced: migrate --yes"], await RunsAsync(folder));
        await PageAsync(new { cluster = "mig-dev", family = Family, exitCode = 3, log = new[] { "table is locked" } });
        AssertFailed(await cloud.LandfallAsync("deploy", folder, "--local", "--json"), "table is locked");
        Assert.Equal(3, (await TasksAsync()).Count);
        Assert.Equal(["mig-dev-api:1", "mig-dev-worker:1"], await ServicesAsync());
        Assert.Single(await RunsAsync(folder));

        // It is mended, and the services follow.
        await PageAsync(new { clear = true });
        await cloud.DeployAsync(folder, "dev");
        Assert.Equal(4, (await TasksAsync()).Count);
        Assert.Equal(["mig-dev-api:2", "mig-dev-worker:2"], await ServicesAsync());

        // Taken back after a failure: the earlier version is what runs and is wanted, and its command has to run for it.
        Edit(folder, "image: nginx:2, port", "image: nginx:3, port");
        await PageAsync(new { cluster = "mig-dev", family = Family, exitCode = 3 });
        Assert.Equal(1, (await cloud.LandfallAsync("deploy", folder, "--local", "--json")).ExitCode);
        await PageAsync(new { clear = true });
        Edit(folder, "image: nginx:3, port", "image: nginx:2, port");
        await cloud.DeployAsync(folder, "dev");
        Assert.Equal(6, (await TasksAsync()).Count);
        Assert.Equal(["mig-dev-api:2", "mig-dev-worker:2"], await ServicesAsync());
    }

    [Fact]
    public async Task Deploy_ReleaseCommandCannotStart_SaysWhy()
    {
        var folder = cloud.Project("""
            app: slow
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: web, image: nginx:1, release: { command: [migrate] } }
            """);
        await PageAsync(new { cluster = "slow-dev", family = "slow-dev-api_release", failure = "Capacity is unavailable at this time." });

        var failed = await cloud.LandfallAsync("deploy", folder, "--local");

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("The task could not be run: ", failed.Error, StringComparison.Ordinal);
        Assert.Contains("Capacity is unavailable at this time.", failed.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was replaced", failed.Error, StringComparison.Ordinal);
    }

    private static void AssertFailed(ProgramResult result, string lastWords)
    {
        var error = JsonNode.Parse(result.Output)!["error"]!;
        var failure = Assert.Single(error["failures"]!.AsArray())!;
        Assert.Equal(("mig-dev-api", "ReleaseTaskDefinition", "Essential container in task exited"), ((string)failure["stack"]!, (string)failure["resource"]!, (string)failure["reason"]!));
        Assert.Equal($"api | {lastWords}", (string)failure["evidence"]![1]!);
        Assert.StartsWith("container 'api' ended with exit code", (string)failure["evidence"]![0]!, StringComparison.Ordinal);
        var outcomes = error["stacks"]!.AsArray().ToDictionary(s => (string)s!["stack"]!, s => (string)s!["outcome"]!, StringComparer.Ordinal);
        Assert.Equal(("failed", "notReached"), (outcomes["mig-dev-api"], outcomes["mig-dev-worker"]));
    }

    private static void Edit(string folder, string before, string after)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>What the change says to run.</summary>
    private async Task<IReadOnlyList<string>> RunsAsync(string folder)
    {
        var change = JsonNode.Parse((await cloud.LandfallAsync("diff", folder, "--local", "--json")).Succeeded().Output)!;
        return [.. change["effects"]!.AsArray().Where(e => (string)e!["kind"]! == "runs").Select(e => (string)e!["text"]!)];
    }

    /// <summary>The task has the role, the network and the image that the service has.</summary>
    private async Task AssertIsTheServicesOwnAsync(string task)
    {
        var described = (await cloud.AwsAsync("ecs", "describe-tasks", "--cluster", "mig-dev", "--tasks", task))["tasks"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)described["taskDefinitionArn"]!))["taskDefinition"]!;
        var role = (string)(await cloud.AwsAsync("cloudformation", "describe-stack-resource", "--stack-name", "mig-dev-api", "--logical-resource-id", "TaskRole"))["StackResourceDetail"]!["PhysicalResourceId"]!;
        Assert.EndsWith($"role/{role}", (string)definition["taskRoleArn"]!, StringComparison.Ordinal);
        var container = Assert.Single(definition["containerDefinitions"]!.AsArray())!;
        Assert.Equal(("nginx:1", "migrate --yes"), ((string)container["image"]!, string.Join(' ', container["command"]!.AsArray())));
        Assert.Contains(container["environment"]!.AsArray(), variable => (string)variable!["name"]! == "JOBS_QUEUE_URL");
    }

    private async Task<IReadOnlyList<string>> TasksAsync() =>
        [.. (await cloud.AwsAsync("ecs", "list-tasks", "--cluster", "mig-dev", "--family", Family, "--desired-status", "STOPPED"))["taskArns"]!.AsArray().Select(arn => (string)arn!)];

    /// <summary>What each service runs: the family and the tag of its image.</summary>
    private async Task<IReadOnlyList<string>> ServicesAsync()
    {
        var found = new List<string>();
        var listed = (await cloud.AwsAsync("ecs", "list-services", "--cluster", "mig-dev"))["serviceArns"]!.AsArray().Select(arn => (string)arn!).Order(StringComparer.Ordinal);
        foreach (var arn in listed)
        {
            var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "mig-dev", "--services", arn))["services"]![0]!;
            var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
            found.Add($"{definition["family"]}:{((string)definition["containerDefinitions"]![0]!["image"]!).Split(':')[1]}");
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> DefinitionTagsAsync()
    {
        var described = await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", Family, "--include", "TAGS");
        return [.. (described["tags"] as JsonArray ?? []).Select(tag => (string)tag!["key"]!)];
    }

    private async Task<string> StatusAsync(string stack) =>
        (string)(await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", stack, "--query", "Stacks[0].StackStatus"))!;

    private async Task PageAsync(object request)
    {
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(request)); // with its length, which the page reads
        using var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/single-tasks"), content);
        answer.EnsureSuccessStatusCode();
    }
}
