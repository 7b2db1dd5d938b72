using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>An EMR cluster of another team that is opened to a service, as the AWS CLI sees it.</summary>
[LongRun]
public sealed class ConnectTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task ConnectEmr_ClusterOfAnotherTeam_IsOpenUntilItIsRevokedWhateverIsDeployed()
    {
        var vpc = (string)(await cloud.AwsAsync("ec2", "create-vpc", "--cidr-block", "10.9.0.0/16"))["Vpc"]!["VpcId"]!;
        var folder = cloud.Project(
            $$"""
            app: watch
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none, import: { vpc: {{vpc}} } }
            services:
              monitor: { type: internal, image: 111111111111.dkr.ecr.us-east-1.amazonaws.com/monitor:1, port: 8080 }
            """);
        var (cluster, group) = await ClusterAsync(vpc);
        var early = await cloud.LandfallAsync("connect", "emr", "monitor", folder, "--cluster", cluster, "--local", "--yes");
        Assert.StartsWith("LF", early.Error, StringComparison.Ordinal);
        Assert.Empty(await PortsAsync(group));
        (await cloud.LandfallAsync("network", "plan", folder, "--local")).Succeeded();
        await cloud.DeployAsync(folder, "dev");

        Assert.Equal((false, true), await ConnectAsync(folder, cluster, "--dry-run"));
        Assert.Empty(await PortsAsync(group));
        Assert.Equal((true, false), await ConnectAsync(folder, cluster));
        Assert.Equal([8088, 20888], await PortsAsync(group));

        File.AppendAllText(Path.Combine(folder, "landfall.yaml"), "\ntables: { seen: { partitionKey: id } }\n");
        await cloud.DeployAsync(folder, "dev");
        Assert.Equal([8088, 20888], await PortsAsync(group));

        Assert.Equal((false, false), await ConnectAsync(folder, cluster, "--revoke"));
        Assert.Empty(await PortsAsync(group));
        var trail = JsonNode.Parse((await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output)!["entries"]!.AsArray();
        Assert.Equal(["deploy", "connect emr", "deploy", "connect emr"], trail.Select(entry => (string)entry!["operation"]!));
    }

    private async Task<(bool Open, bool DryRun)> ConnectAsync(string folder, string cluster, params string[] more)
    {
        var connection = JsonNode.Parse((await cloud.LandfallAsync(["connect", "emr", "monitor", folder, "--cluster", cluster, "--local", "--yes", "--json", .. more])).Succeeded().Output)!;
        return ((bool)connection["open"]!, (bool)connection["dryRun"]!);
    }

    private async Task<(string Cluster, string Group)> ClusterAsync(string vpc)
    {
        var subnet = (string)(await cloud.AwsAsync("ec2", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.9.0.0/24"))["Subnet"]!["SubnetId"]!;
        var cluster = (string)(await cloud.AwsAsync(
            "emr", "create-cluster", "--name", "flink", "--release-label", "emr-7.0.0", "--use-default-roles",
            "--instance-type", "m5.xlarge", "--instance-count", "1", "--ec2-attributes", $"SubnetId={subnet}"))["ClusterId"]!;
        var described = (await cloud.AwsAsync("emr", "describe-cluster", "--cluster-id", cluster))["Cluster"]!["Ec2InstanceAttributes"]!;
        return (cluster, (string)described["EmrManagedMasterSecurityGroup"]!);
    }

    /// <summary>The ports on which the cluster admits another group than its own.</summary>
    private async Task<IReadOnlyList<int>> PortsAsync(string group)
    {
        var found = (await cloud.AwsAsync("ec2", "describe-security-groups", "--group-ids", group))["SecurityGroups"]![0]!["IpPermissions"]!.AsArray();
        return [.. found.Where(rule => rule!["UserIdGroupPairs"]!.AsArray().Any(pair => ((string?)pair!["Description"])?.StartsWith("landfall connect emr", StringComparison.Ordinal) == true)).Select(rule => (int)rule!["FromPort"]!).Order()];
    }
}
