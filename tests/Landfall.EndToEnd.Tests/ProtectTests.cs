using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>The life of a protected environment, looked at from outside.</summary>
[LongRun]
public sealed class ProtectTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Account = "123456789012";
    private const string Uploads = $"shop-prod-uploads-{Account}-us-east-1";

    [Fact]
    public async Task Destroy_ProtectedEnvironment_RefusesUntilItIsUnprotectedAndThenLeavesTheDataAlone()
    {
        var folder = cloud.CopySample("shop");
        BuildApart(folder, "nightly");
        await cloud.DeployAsync(folder, "prod");

        // What holds no data may leave the file, and its stack goes; what holds some stays, and the report says so.
        RemoveService(folder, "nightly");
        var changed = await cloud.DeployAsync(folder, "prod");
        Assert.Equal("deleted", LocalCloud.Outcomes(changed)["shop-prod-nightly"]);
        var data = changed["stacks"]!.AsArray().Single(stack => (string)stack!["stack"]! == "shop-prod-data")!;
        Assert.Equal("shop/prod/nightly", (string)Assert.Single(data["left"]!.AsArray())!["physicalId"]!);

        var refused = await cloud.LandfallAsync("destroy", folder, "--env", "prod", "--local", "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("stays: AWS::DynamoDB::Table shop-prod-audit", refused.Error, StringComparison.Ordinal);
        Assert.Contains("LF5060", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--unprotect", refused.Error, StringComparison.Ordinal);
        Assert.Equal(7, (await StacksAsync()).Count);

        await cloud.AwsAsync("s3api", "put-object", "--bucket", Uploads, "--key", "photo.jpg");
        var vpc = await ParameterAsync("network/vpc-id");
        var cluster = await ParameterAsync("databases/orders/arn");
        var done = (await cloud.LandfallAsync("destroy", folder, "--env", "prod", "--local", "--yes", "--unprotect")).Succeeded();

        Assert.Empty(await StacksAsync());
        await AssertRemainsAsync(vpc, cluster, done.Error);
        await AssertGoneAsync(vpc);
        (await cloud.AwsTextAsync("s3api", "head-object", "--bucket", Uploads, "--key", "photo.jpg")).Succeeded();

        // Coming back, the local AWS meets what stayed; the way back is named.
        var again = await cloud.LandfallAsync("deploy", folder, "--env", "prod", "--local", "--yes");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("docs/protect.md", again.Error, StringComparison.Ordinal);
        (await cloud.AwsTextAsync("dynamodb", "describe-table", "--table-name", "shop-prod-audit")).Succeeded();
    }

    private async Task AssertRemainsAsync(string vpc, string cluster, string listed)
    {
        Assert.Equal(["shop-prod-audit"], Names((await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!));
        Assert.Equal(
            ["shop-prod-emails", "shop-prod-emails-dead"],
            Names((await cloud.AwsAsync("sqs", "list-queues"))["QueueUrls"]!).Select(url => url.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(
            [$"shop-prod-access-logs-{Account}-us-east-1", $"shop-prod-site-web-{Account}-us-east-1", Uploads],
            Names((await cloud.AwsAsync("s3api", "list-buckets", "--query", "Buckets[].Name"))).Where(name => name.StartsWith("shop-prod", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var secrets = Names(await cloud.AwsAsync("secretsmanager", "list-secrets", "--query", "SecretList[].Name")).ToList();
        Assert.Contains("shop/prod/stripe", secrets);
        Assert.Contains("shop/prod/session", secrets);
        Assert.Contains(secrets, name => name.StartsWith("rds!", StringComparison.Ordinal));
        Assert.Equal([cluster], Names(await cloud.AwsAsync("rds", "describe-db-clusters", "--query", "DBClusters[].DBClusterArn")));
        Assert.Equal(3, (await cloud.AwsAsync("ec2", "describe-subnets", "--filters", $"Name=vpc-id,Values={vpc}"))["Subnets"]!.AsArray().Count);
        Assert.Single((await cloud.AwsAsync("cognito-idp", "list-user-pools", "--max-results", "9"))["UserPools"]!.AsArray());
        Assert.Equal(
            ["shop/prod/api", "shop/prod/nightly"],
            Names(await cloud.AwsAsync("ecr", "describe-repositories", "--query", "repositories[?starts_with(repositoryName, 'shop/')].repositoryName"))
                .Order(StringComparer.Ordinal));

        // Everything that remains was announced.
        foreach (var name in new[] { "shop-prod-emails-dead", "shop/prod/stripe", "AWS::RDS::DBCluster", vpc, "shop/prod/api", "AWS::Cognito::UserPool" })
            Assert.Contains(name, listed, StringComparison.Ordinal);
    }

    private async Task AssertGoneAsync(string vpc)
    {
        Assert.Empty((await cloud.AwsAsync("elbv2", "describe-load-balancers"))["LoadBalancers"]!.AsArray());
        Assert.DoesNotContain("ACTIVE", Names(await cloud.AwsAsync("ecs", "describe-clusters", "--clusters", "shop-prod", "--query", "clusters[].status")));
        Assert.Empty((await cloud.AwsAsync("ssm", "describe-parameters", "--query", "Parameters[?starts_with(Name, '/shop/prod/')].Name")).AsArray());
        Assert.Equal(["/shop/prod/flow-logs"], Names(await cloud.AwsAsync("logs", "describe-log-groups", "--log-group-name-prefix", "/shop/prod/", "--query", "logGroups[].logGroupName")));
        Assert.Empty((await cloud.AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", "shop-prod-"))["MetricAlarms"]!.AsArray());
        Assert.DoesNotContain(
            (await cloud.AwsAsync("ec2", "describe-nat-gateways", "--filter", $"Name=vpc-id,Values={vpc}"))["NatGateways"]!.AsArray(),
            gateway => (string)gateway!["State"]! == "available");
    }

    private async Task<List<string>> StacksAsync() =>
    [
        .. Names(await cloud.AwsAsync("cloudformation", "describe-stacks", "--query", "Stacks[].StackName"))
            .Where(name => name.StartsWith("shop-prod-", StringComparison.Ordinal)),
    ];

    private async Task<string> ParameterAsync(string path) =>
        (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", $"/shop/prod/{path}"))["Parameter"]!["Value"]!;

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(name => (string)name!);

    // With arguments of its own its image is no longer that of the other services, and has a repository.
    private static void BuildApart(string folder, string name)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllLines(file, File.ReadAllLines(file).Select(line => line.StartsWith($"  {name}:", StringComparison.Ordinal)
            ? line.Replace("{ build: ./api }", "{ build: { context: ./api, args: { PART: apart } } }", StringComparison.Ordinal)
            : line));
    }

    private static void RemoveService(string folder, string name)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.StartsWith($"  {name}:", StringComparison.Ordinal)));
    }
}
