using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A database that is kept as it is, as the AWS CLI sees it.</summary>
[LongRun]
public sealed class SnapshotTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Snapshot_Database_IsThereAndInTheTrail()
    {
        var folder = cloud.Project("""
            app: kept
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            databases: { orders: { engine: aurora-postgresql } }
            """);
        await cloud.DeployAsync(folder, "dev");
        Assert.True((bool)(await TakeAsync(folder, "--dry-run"))["dryRun"]!);

        var snapshot = (string)(await TakeAsync(folder))["snapshot"]!;

        var known = Assert.Single((await cloud.AwsAsync("rds", "describe-db-cluster-snapshots", "--snapshot-type", "manual"))["DBClusterSnapshots"]!.AsArray())!;
        Assert.Equal((snapshot, "available"), ((string)known["DBClusterSnapshotIdentifier"]!, (string)known["Status"]!));
        var trail = JsonNode.Parse((await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output)!["entries"]!.AsArray();
        Assert.Equal(("data snapshot", snapshot), ((string)trail[^1]!["operation"]!, (string)trail[^1]!["subjects"]![0]!["after"]!));
        Assert.Equal(2, trail.Count);
    }

    private async Task<JsonNode> TakeAsync(string folder, params string[] more) =>
        JsonNode.Parse((await cloud.LandfallAsync(["data", "snapshot", "orders", folder, "--local", "--json", .. more])).Succeeded().Output)!;
}
