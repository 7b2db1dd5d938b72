using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What the doctor sees of an environment, and of an account that nobody is signed in to.</summary>
public sealed class DoctorTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File = """
        app: ward
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        network: { nat: none }
        services:
          api: { type: web, image: nginx:1, port: 8080, cpu: 1024, memory: 2048, scale: { min: 1, max: 2, cpu: 60 } }
        """;

    [Fact]
    public async Task Doctor_DeployedEnvironment_IsWellUntilItWantsMoreThanTheAccountMayRun()
    {
        var folder = cloud.Project(File);
        await cloud.DeployAsync(folder, "dev");

        var well = await cloud.LandfallAsync("doctor", folder, "--local", "--json");
        Assert.Equal(
            ["file: well", "credentials: well", "bootstrap: well", "fargate-quota: well", "free-addresses: well"],
            States(well.Succeeded()));
        var free = (await cloud.AwsAsync("ec2", "describe-subnets", "--filters", "Name=tag:aws:cloudformation:stack-name,Values=ward-dev-network"))["Subnets"]!.AsArray().Min(subnet => (int)subnet!["AvailableIpAddressCount"]!);
        Assert.Contains($"has {free} free addresses or more.", well.Output, StringComparison.Ordinal);

        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "landfall.yaml"), File.Replace("max: 2", "max: 7", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var ill = await cloud.LandfallAsync("doctor", folder, "--local");
        Assert.Equal(1, ill.ExitCode);
        Assert.Contains("BROKEN fargate-quota: Services scale up to 7 vCPUs of Fargate; the account may run 6 in us-east-1", ill.Output, StringComparison.Ordinal);
        Assert.Contains("--quota-code L-3032A538 --region us-east-1 --desired-value 14", ill.Output, StringComparison.Ordinal);
        Assert.Contains("One thing is broken.", ill.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_NobodyIsSignedIn_SaysSoAndWhatItCouldNotLookAt()
    {
        var folder = cloud.Project(File);
        using var empty = new TemporaryFolder();

        var found = await cloud.LandfallOnAwsAsync(
            new Dictionary<string, string?>
            {
                ["AWS_CONFIG_FILE"] = Path.Combine(empty.Path, "config"),
                ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(empty.Path, "credentials"),
                ["AWS_ACCESS_KEY_ID"] = null,
                ["AWS_SECRET_ACCESS_KEY"] = null,
            },
            "doctor", folder, "--json");

        Assert.Equal(1, found.ExitCode);
        Assert.Equal(
            ["file: well", "credentials: broken", "bootstrap: unseen", "images: unseen", "fargate-quota: unseen", "free-addresses: unseen", "engine-versions: unseen", "certificates: unseen", "delegation: unseen"],
            States(found));
    }

    private static IReadOnlyList<string> States(ProgramResult result) =>
        [.. JsonNode.Parse(result.Output)!["symptoms"]!.AsArray().Select(one => $"{one!["check"]}: {one["state"]}")];
}
