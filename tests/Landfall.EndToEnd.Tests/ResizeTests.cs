using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Another size, in the file and then in the account.</summary>
public sealed class ResizeTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Resize_DeployedService_RunsInTheNewSizeAfterTheNextDeployment()
    {
        var folder = cloud.Project("""
            app: sized
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: one }
            services:
              api: { type: internal, image: "nginx:1.27", writable: [/run, /var/cache/nginx] } # ours
            """);
        (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).Succeeded();

        Assert.NotEqual(0, (await cloud.LandfallAsync("resize", "api", folder, "--memory", "3GB", "--yes")).ExitCode);
        var resized = JsonNode.Parse((await cloud.LandfallAsync("resize", "api", folder, "--cpu", "1024", "--memory", "2GB", "--yes", "--json")).Succeeded().Output)!;
        (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).Succeeded();

        Assert.True((bool)resized["written"]!);
        var definitions = (await cloud.AwsAsync("ecs", "list-task-definitions"))["taskDefinitionArns"]!.AsArray();
        var running = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)definitions[^1]!))["taskDefinition"]!;
        Assert.Equal(("1024", "2048"), ((string?)running["cpu"], (string?)running["memory"]));
        Assert.EndsWith("# ours", await File.ReadAllTextAsync(Path.Combine(folder, "landfall.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
