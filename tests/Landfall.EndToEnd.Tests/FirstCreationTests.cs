using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A first deployment of a protected environment that fails, and the next one.</summary>
[LongRun]
public sealed class FirstCreationTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: first
        region: us-east-1
        environments: { prod: { account: "111111111111", protect: true } }
        network: { nat: none }
        databases: { orders: { engine: postgresql } }
        tables: { audit: { partitionKey: id } }
        queues: { emails: {} }
        services:
          api: { type: web, image: nginx, port: 8080 }
        """;

    [Fact]
    public async Task Deploy_FirstCreationOfAProtectedStackFails_NextOneClearsItAndThenProtects()
    {
        var folder = cloud.Project(Yaml);
        var queue = (string)(await cloud.AwsAsync("sqs", "create-queue", "--queue-name", "first-prod-emails"))["QueueUrl"]!;

        var failed = await cloud.LandfallAsync("deploy", folder, "--local", "--yes", "--json");
        Assert.Equal(1, failed.ExitCode);
        Assert.Equal("failed", Outcome(failed.Output, "first-prod-data"));
        Assert.Equal("ROLLBACK_COMPLETE", (await StackAsync("first-prod-data"))["StackStatus"]!.GetValue<string>());
        Assert.False((bool)(await StackAsync("first-prod-data"))["EnableTerminationProtection"]!);
        Assert.Empty((await cloud.AwsAsync("rds", "describe-db-instances"))["DBInstances"]!.AsArray());

        (await cloud.AwsTextAsync("sqs", "delete-queue", "--queue-url", queue)).Succeeded();
        var mended = await cloud.LandfallAsync("deploy", folder, "--local", "--yes", "--json");
        mended.Succeeded();
        Assert.Contains("first-prod-data could not be created before; deleting what that has left", mended.Error, StringComparison.Ordinal);
        Assert.True((bool)(await StackAsync("first-prod-data"))["EnableTerminationProtection"]!);
        Assert.True((bool)(await cloud.AwsAsync("rds", "describe-db-instances"))["DBInstances"]![0]!["DeletionProtection"]!);
        Assert.True((bool)(await cloud.AwsAsync("dynamodb", "describe-table", "--table-name", "first-prod-audit"))["Table"]!["DeletionProtectionEnabled"]!);
        var balancer = (string)(await cloud.AwsAsync("elbv2", "describe-load-balancers"))["LoadBalancers"]![0]!["LoadBalancerArn"]!;
        Assert.Equal("true", (string)(await cloud.AwsAsync("elbv2", "describe-load-balancer-attributes", "--load-balancer-arn", balancer,
            "--query", "Attributes[?Key=='deletion_protection.enabled']|[0].Value"))!);

        // Protection is a value of the stack's own: an unchanged deployment has nothing to do, starts no CDK CLI (which would
        // begin a log), and does not take protection away.
        var logs = Directory.GetFiles(Path.Combine(folder, ".landfall", "prod"), "deploy-*.log");
        var unchanged = await cloud.DeployAsync(folder, "prod");
        Assert.All(LocalCloud.Outcomes(unchanged).Values, outcome => Assert.Equal("unchanged", outcome));
        Assert.Equal(logs, Directory.GetFiles(Path.Combine(folder, ".landfall", "prod"), "deploy-*.log"));
        Assert.True((bool)(await StackAsync("first-prod-data"))["EnableTerminationProtection"]!);

        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes", "--unprotect")).Succeeded();
    }

    private async Task<JsonNode> StackAsync(string name) =>
        (await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", name))["Stacks"]![0]!;

    private static string Outcome(string json, string stack) =>
        (string)JsonNode.Parse(json)!["error"]!["stacks"]!.AsArray().Single(s => (string)s!["stack"]! == stack)!["outcome"]!;
}
