using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Taking an environment down.</summary>
public sealed class DestroyTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Destroy_DatabaseWithDeletionProtection_IsSeenBeforeAnythingGoes()
    {
        var folder = cloud.Project("""
            app: guarded
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            databases: { orders: { engine: postgresql, deletionProtection: true } }
            tables: { audit: { partitionKey: id, deletionProtection: true } }
            queues: { emails: {} }
            """);
        await cloud.DeployAsync(folder, "dev");

        var refused = await cloud.LandfallAsync("destroy", folder, "--local", "--yes");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5060 Deletion protection is on for", refused.Error, StringComparison.Ordinal);
        Assert.Contains("AWS::DynamoDB::Table guarded-dev-audit", refused.Error, StringComparison.Ordinal);
        Assert.Contains("AWS::RDS::DBInstance", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["guarded-dev-data", "guarded-dev-network"], await StacksAsync());

        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes", "--unprotect")).Succeeded();
        Assert.Empty(await StacksAsync());
        Assert.Empty((await cloud.AwsAsync("rds", "describe-db-instances"))["DBInstances"]!.AsArray());
    }

    [Fact]
    public async Task Destroy_AStackCannotGo_TheOthersThatDoNotNeedItGoAndItSaysWhy()
    {
        var folder = cloud.CopySample("ecs-devops");
        await cloud.DeployAsync(folder, "demo");
        var role = (string)(await cloud.AwsAsync("cloudformation", "describe-stack-resources", "--stack-name", "ecsdevops-demo-backend", "--region", "us-east-2",
            "--query", "StackResources[?ResourceType=='AWS::IAM::Role']|[0].PhysicalResourceId"))!;
        var policy = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}]}""";
        (await cloud.AwsTextAsync("iam", "put-role-policy", "--role-name", role, "--policy-name", "by-hand", "--policy-document", policy)).Succeeded();

        var failed = await cloud.LandfallAsync("destroy", folder, "--local", "--yes", "--json");

        Assert.Equal(1, failed.ExitCode);
        var stacks = JsonNode.Parse(failed.Output)!["error"]!["stacks"]!.AsArray()
            .ToDictionary(s => (string)s!["stack"]!, s => (string)s!["outcome"]!, StringComparer.Ordinal);
        Assert.Equal("failed", stacks["ecsdevops-demo-backend"]);
        Assert.Equal("deleted", stacks["ecsdevops-demo-frontend"]);
        Assert.Equal("notReached", stacks["ecsdevops-demo-network"]);
        Assert.Contains("'ecsdevops-demo-backend' could not be deleted", failed.Error, StringComparison.Ordinal);

        (await cloud.AwsTextAsync("iam", "delete-role-policy", "--role-name", role, "--policy-name", "by-hand")).Succeeded();
        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes")).Succeeded();
    }

    private async Task<List<string>> StacksAsync() =>
    [
        .. (await cloud.AwsAsync("cloudformation", "describe-stacks", "--query", "Stacks[].StackName")).AsArray().Select(s => (string)s!)
            .Where(s => s.StartsWith("guarded-", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
