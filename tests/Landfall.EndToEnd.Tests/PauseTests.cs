using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A rollout that waits for somebody, and what becomes of it.</summary>
[LongRun]
public sealed class PauseTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_RolloutPauses_SaysSoAndEndsAsSomebodyDecides()
    {
        var folder = cloud.Project("""
            app: wait
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: web, image: nginx:1, deploy: { strategy: blueGreen, pause: { at: beforeTraffic, timeout: 2h } } }
            """);
        await cloud.DeployAsync(folder, "dev");
        var nothing = await cloud.LandfallAsync("rollout", "continue", folder, "--local");
        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("LF5150 No rollout waits for somebody in 'dev'", Unbroken(nothing.Error), StringComparison.Ordinal);

        // Taken back: what ran goes on running, and the deployment says that it failed.
        Release(folder, "nginx:1", "nginx:2");
        var taken = await DecideAsync(folder, "rollback");
        Assert.Equal(1, taken.ExitCode);
        Assert.Contains("wait-dev-api: the rollout of api waits for somebody until ", taken.Error, StringComparison.Ordinal);
        Assert.Contains("and is then rolled back: the new version runs, without traffic.", taken.Error, StringComparison.Ordinal);
        Assert.Equal("nginx:1", await ImageAsync());

        // Let go on.
        var passed = await DecideAsync(folder, "continue");
        Assert.Equal(0, passed.ExitCode);
        Assert.Equal("nginx:2", await ImageAsync());
    }

    /// <summary>Deploys, and decides as soon as the rollout waits.</summary>
    private async Task<ProgramResult> DecideAsync(string folder, string decision)
    {
        using var deploying = cloud.Start("deploy", folder, "--env", "dev", "--local", "--yes");
        await deploying.WaitForErrorAsync("waits for somebody");
        var decided = JsonNode.Parse((await cloud.LandfallAsync("rollout", decision, folder, "--local", "--json")).Succeeded().Output)!;
        Assert.Equal(("api", "POST_SCALE_UP", decision == "continue"), ((string)decided["service"]!, (string)decided["stage"]!, (bool)decided["goesOn"]!));
        return await deploying.EndAsync();
    }

    private static void Release(string folder, string before, string after)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
    }

    private static string Unbroken(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<string> ImageAsync()
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "wait-dev", "--services", "api"))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return (string)definition["containerDefinitions"]![0]!["image"]!;
    }
}
