using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A stack whose rollback has failed, mended and repaired; the AWS CLI looks on.</summary>
[LongRun]
public sealed class RepairTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Repair_RollbackThatFailed_GoesOnOnceItsCauseIsMended()
    {
        var folder = cloud.Project("""
            app: stuck
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            queues: { emails: { visibility: 60s } }
            """);
        await cloud.DeployAsync(folder, "dev");
        Assert.Contains("Nothing is stuck in stuck dev.", (await cloud.LandfallAsync("repair", folder, "--local")).Succeeded().Error, StringComparison.Ordinal);

        var url = (string)(await cloud.AwsAsync("sqs", "get-queue-url", "--queue-name", "stuck-dev-emails"))["QueueUrl"]!;
        (await cloud.AwsTextAsync("sqs", "delete-queue", "--queue-url", url)).Succeeded();
        var file = Path.Combine(folder, "landfall.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("60s", "90s", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(1, (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).ExitCode);
        Assert.Equal("UPDATE_ROLLBACK_FAILED", await StatusAsync());
        Assert.Contains("run 'landfall repair'", string.Join(' ', (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        var seen = JsonNode.Parse((await cloud.LandfallAsync("repair", folder, "--local", "--dry-run", "--json")).Succeeded().Output)!["stacks"]!.AsArray().Single()!;
        Assert.Equal(("stuck-dev-data", "continueRollback"), ((string)seen["stack"]!, (string)seen["remedy"]!));
        Assert.Single(seen["blocking"]!.AsArray());
        Assert.Equal("UPDATE_ROLLBACK_FAILED", await StatusAsync());

        var again = await cloud.LandfallAsync("repair", folder, "--local", "--yes", "--json");
        Assert.Equal((1, "LF5361"), (again.ExitCode, (string)JsonNode.Parse(again.Output)!["error"]!["code"]!));

        await cloud.AwsAsync("sqs", "create-queue", "--queue-name", "stuck-dev-emails");
        var repaired = JsonNode.Parse((await cloud.LandfallAsync("repair", "data", folder, "--local", "--yes", "--json")).Succeeded().Output)!["stacks"]![0]!;
        Assert.Equal((true, "UPDATE_ROLLBACK_COMPLETE"), ((bool)repaired["repaired"]!, (string)repaired["now"]!));
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", await StatusAsync());
        var trail = (await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output;
        Assert.Contains("\"repair\"", trail, StringComparison.Ordinal);
        (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).Succeeded();
    }

    private async Task<string> StatusAsync() =>
        (string)(await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", "stuck-dev-data"))["Stacks"]![0]!["StackStatus"]!;
}
