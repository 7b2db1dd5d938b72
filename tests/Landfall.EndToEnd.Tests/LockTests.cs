using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Two machines and one environment.</summary>
public sealed class LockTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: locked
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        queues: { emails: {} }
        """;

    [Fact]
    public async Task Deploy_AnotherMachineIsAtWork_IsRefusedUntilItsLockIsBroken()
    {
        var folder = cloud.Project(Yaml);
        var theirs = new JsonObject
        {
            ["id"] = "theirs",
            ["folder"] = "another",
            ["user"] = "ann",
            ["host"] = "laptop",
            ["process"] = 4711,
            ["operation"] = "deploy",
            ["since"] = DateTimeOffset.UtcNow.AddMinutes(-4),
            ["expires"] = DateTimeOffset.UtcNow.AddMinutes(6),
        };
        (await cloud.AwsTextAsync("ssm", "put-parameter", "--name", "/landfall/locks/locked/dev", "--type", "String", "--value", theirs.ToJsonString())).Succeeded();

        foreach (var command in new[] { "deploy", "destroy", "sleep" })
        {
            var refused = await cloud.LandfallAsync(command, folder, "--local", "--yes");
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("LF5057", refused.Error, StringComparison.Ordinal);
            Assert.Contains("ann on laptop (process 4711): 'deploy' since", refused.Error, StringComparison.Ordinal);
        }

        var dry = await cloud.LandfallAsync("sleep", folder, "--local", "--dry-run");
        Assert.Contains("is not deployed", dry.Error, StringComparison.Ordinal); // which it could not find out if it waited for the lock

        var unasked = await cloud.LandfallAsync("unlock", folder, "--local");
        Assert.Equal(1, unasked.ExitCode);
        Assert.Contains("is locked by ann on laptop", unasked.Error, StringComparison.Ordinal);
        Assert.Contains("--yes", unasked.Error, StringComparison.Ordinal);
        var broken = JsonNode.Parse((await cloud.LandfallAsync("unlock", folder, "--local", "--yes", "--json")).Succeeded().Output)!;
        Assert.Equal((true, "ann"), ((bool)broken["broken"]!, (string)broken["lock"]!["user"]!));

        await cloud.DeployAsync(folder, "dev");
        Assert.Empty(await LocksAsync());
        Assert.Contains("is not locked", (await cloud.LandfallAsync("unlock", folder, "--local")).Succeeded().Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Deploy_Interrupted_GivesTheLockBack(string signal)
    {
        RequiredTool.OrSkip("aws", "pip install awscli"); // before anything stands that the other signal would find
        var folder = cloud.Project(Yaml.Replace("app: locked", "app: halted", StringComparison.Ordinal));
        using var deploy = cloud.Start("deploy", folder, "--local");
        await deploy.WaitForErrorAsync("halted-dev-network: CREATE");
        await deploy.SignalAsync(signal);
        Assert.Equal(130, (await deploy.EndAsync()).ExitCode);

        Assert.Empty(await LocksAsync());
        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes")).Succeeded();
    }

    [Fact]
    public async Task Deploy_RunBeforeWasKilled_GoesOnInTheSameFolder()
    {
        var folder = cloud.Project(Yaml.Replace("app: locked", "app: killed", StringComparison.Ordinal));
        using var deploy = cloud.Start("deploy", folder, "--local");
        await deploy.WaitForErrorAsync("killed-dev-network: CREATE");
        await deploy.SignalAsync("KILL");
        await deploy.EndAsync();
        Assert.Equal(["/landfall/locks/killed/dev"], await LocksAsync());

        await cloud.DeployAsync(folder, "dev");

        Assert.Empty(await LocksAsync());
    }

    private async Task<List<string>> LocksAsync() =>
    [
        .. (await cloud.AwsAsync("ssm", "get-parameters-by-path", "--path", "/landfall/locks", "--recursive"))["Parameters"]!.AsArray()
            .Select(p => (string)p!["Name"]!),
    ];
}
