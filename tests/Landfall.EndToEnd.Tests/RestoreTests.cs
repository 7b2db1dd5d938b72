using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A database and a table that are restored beside the originals, as the AWS CLI sees them.</summary>
[LongRun]
public sealed class RestoreTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Restore_DatabaseAndTable_StandBesideTheOriginalsUntilTheyAreDiscarded()
    {
        var folder = cloud.Project("""
            app: kept
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            databases: { orders: { engine: aurora-postgresql }, users: { engine: postgresql } }
            tables: { audit: { partitionKey: id } }
            """);
        await cloud.DeployAsync(folder, "dev");
        var snapshot = (string)(await DataAsync(folder, "snapshot", "orders"))["snapshot"]!;
        Assert.Contains(("manual", snapshot), (await DataAsync(folder, "snapshots", "orders"))["points"]!.AsArray().Select(point => ((string)point!["type"]!, (string)point["id"]!)));

        await ClusterAsync(folder, snapshot);
        await InstanceAsync(folder);
        await TableAsync(folder);

        var trail = JsonNode.Parse((await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output)!["entries"]!.AsArray();
        Assert.Equal(
            ["data snapshot", "data restore", "data discard", "data restore", "data discard", "data restore", "data discard"],
            trail.Select(entry => (string)entry!["operation"]!).Where(operation => operation.StartsWith("data", StringComparison.Ordinal)));
    }

    private async Task ClusterAsync(string folder, string snapshot)
    {
        var original = (await cloud.AwsAsync("rds", "describe-db-clusters"))["DBClusters"]!.AsArray()[0]!;
        var copy = (string)(await DataAsync(folder, "restore", "orders", "--snapshot", snapshot, "--yes"))["copy"]!["name"]!;

        var found = Assert.Single((await cloud.AwsAsync("rds", "describe-db-clusters", "--db-cluster-identifier", copy))["DBClusters"]!.AsArray())!;
        Assert.Equal("available", (string)found["Status"]!);
        foreach (var same in new[] { "DBSubnetGroup", "DBClusterParameterGroup", "VpcSecurityGroups", "ServerlessV2ScalingConfiguration", "StorageEncrypted", "KmsKeyId" })
            Assert.Equal(original[same]?.ToJsonString(), found[same]?.ToJsonString());
        Assert.True((bool)found["DeletionProtection"]!);
        Assert.Single(found["DBClusterMembers"]!.AsArray());
        Assert.NotEqual((string)original["MasterUserSecret"]!["SecretArn"]!, (string)found["MasterUserSecret"]!["SecretArn"]!);

        var kept = await cloud.LandfallAsync("destroy", folder, "--local", "--yes", "--unprotect");
        Assert.Equal((1, "LF5424"), (kept.ExitCode, Code(kept)));
        Assert.Contains($"{copy} stands on subnets", kept.Error, StringComparison.Ordinal);

        await DataAsync(folder, "discard", "orders", copy, "--yes");
        Assert.Equal((string)original["DBClusterIdentifier"]!, (string)Assert.Single((await cloud.AwsAsync("rds", "describe-db-clusters"))["DBClusters"]!.AsArray())!["DBClusterIdentifier"]!);
    }

    private async Task InstanceAsync(string folder)
    {
        var refused = await cloud.LandfallAsync("data", "restore", "users", folder, "--local", "--at", "2020-01-01T00:00Z", "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5421", refused.Error, StringComparison.Ordinal);

        var copy = (string)(await DataAsync(folder, "restore", "users", "--at", "latest", "--yes"))["copy"]!["name"]!;

        var found = Assert.Single((await cloud.AwsAsync("rds", "describe-db-instances", "--db-instance-identifier", copy))["DBInstances"]!.AsArray())!;
        Assert.Equal(("available", false, true), ((string)found["DBInstanceStatus"]!, (bool)found["PubliclyAccessible"]!, (bool)found["DeletionProtection"]!));
        Assert.Contains(found["TagList"]!.AsArray(), tag => (string)tag!["Key"]! == "landfall:restored-of" && (string)tag["Value"]! == "users");
        await DataAsync(folder, "discard", "users", copy, "--yes");
        Assert.DoesNotContain((await cloud.AwsAsync("rds", "describe-db-instances"))["DBInstances"]!.AsArray(), one => (string)one!["DBInstanceIdentifier"]! == copy);
    }

    private async Task TableAsync(string folder)
    {
        await cloud.AwsAsync("dynamodb", "put-item", "--table-name", "kept-dev-audit", "--item", """{"id":{"S":"one"}}""");
        await cloud.AwsAsync("dynamodb", "create-backup", "--table-name", "kept-dev-audit", "--backup-name", "before");
        await cloud.AwsAsync("dynamodb", "delete-item", "--table-name", "kept-dev-audit", "--key", """{"id":{"S":"one"}}""");

        var copy = (string)(await DataAsync(folder, "restore", "audit", "--snapshot", "before", "--yes"))["copy"]!["name"]!;

        Assert.Equal("one", (string)(await cloud.AwsAsync("dynamodb", "get-item", "--table-name", copy, "--key", """{"id":{"S":"one"}}"""))["Item"]!["id"]!["S"]!);
        Assert.Empty((await cloud.AwsAsync("dynamodb", "scan", "--table-name", "kept-dev-audit"))["Items"]!.AsArray());
        var table = (await cloud.AwsAsync("dynamodb", "describe-table", "--table-name", copy))["Table"]!;
        Assert.True((bool)table["DeletionProtectionEnabled"]!);

        Assert.Equal(copy, (string)Assert.Single((await DataAsync(folder, "snapshots", "audit"))["copies"]!.AsArray())!["name"]!);
        Assert.Equal("LF5423", Code(await cloud.LandfallAsync("data", "discard", "audit", "kept-dev-audit", folder, "--local", "--yes")));
        await DataAsync(folder, "discard", "audit", copy, "--yes");
        Assert.Equal(["kept-dev-audit"], (await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(name => (string)name!));
    }

    private static string Code(ProgramResult result) => result.Error[result.Error.IndexOf("LF", StringComparison.Ordinal)..][..6];

    private async Task<JsonNode> DataAsync(string folder, string command, string name, params string[] more)
    {
        // The copy that is discarded is an argument before the folder.
        string[] words = command == "discard" ? [name, more[0], folder, .. more[1..]] : [name, folder, .. more];
        return JsonNode.Parse((await cloud.LandfallAsync(["data", command, .. words, "--local", "--json"])).Succeeded().Output)!;
    }
}
