using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Imported networks: what <c>network plan</c> finds in an account, and a deployment into it.</summary>
public sealed class NetworkPlanTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task NetworkPlan_ClusterOfAnotherTeam_FindsRoomThatADeploymentTakes()
    {
        var (cluster, vpc) = await ClusterAsync();
        var folder = cloud.CopySample("flink-monitor");
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("j-2AXXXXXXGAPLF", cluster, StringComparison.Ordinal));

        (await cloud.LandfallAsync("network", "plan", folder, "--local")).Succeeded();
        var subnets = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "landfall.context.json")))!["environments"]!["prod"]!["network"]!["subnets"]!.AsArray();
        // The VPC is 10.9.0.0/16; other teams have 10.9.0.0/24 and 10.9.2.0/25.
        Assert.Equal(["10.9.1.0/24", "10.9.3.0/24", "10.9.4.0/24", "10.9.5.0/24"], subnets.Select(s => (string)s!["cidr"]!));
        Assert.Equal([true, true, false, false], subnets.Select(s => (bool)s!["public"]!));

        await cloud.DeployAsync(folder, "prod", "--only", "network");
        var made = (await cloud.AwsAsync("ec2", "describe-subnets", "--filters", $"Name=vpc-id,Values={vpc}"))["Subnets"]!.AsArray();
        Assert.Equal(6, made.Count);
        var again = (await cloud.LandfallAsync("network", "plan", folder, "--local")).Succeeded();
        // Its own subnets count as free: a second look gives the same answer.
        Assert.Contains("10.9.1.0/24", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NetworkPlan_DomainWithoutZoneId_RecordsIt()
    {
        var zone = (string)(await cloud.AwsAsync("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "1"))["HostedZone"]!["Id"]!;
        var folder = cloud.CopySample("shop");
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(", zoneId: Z0123456789EXAMPLE01", "", StringComparison.Ordinal));

        (await cloud.LandfallAsync("network", "plan", folder, "--env", "prod", "--local")).Succeeded();

        var context = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "landfall.context.json")))!;
        Assert.Equal(zone.Split('/')[^1], (string)context["environments"]!["prod"]!["hostedZoneId"]!);
    }

    [Fact]
    public async Task NetworkPlan_UnknownCluster_NamesItAndTheKey()
    {
        var result = await cloud.LandfallAsync("network", "plan", cloud.CopySample("flink-monitor"), "--local");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("LF5103 There is no EMR cluster 'j-2AXXXXXXGAPLF'", result.Error, StringComparison.Ordinal);
    }

    private async Task<(string Cluster, string Vpc)> ClusterAsync()
    {
        var vpc = (string)(await cloud.AwsAsync("ec2", "create-vpc", "--cidr-block", "10.9.0.0/16"))["Vpc"]!["VpcId"]!;
        var subnet = (string)(await cloud.AwsAsync("ec2", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.9.0.0/24"))["Subnet"]!["SubnetId"]!;
        await cloud.AwsAsync("ec2", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.9.2.0/25");
        var cluster = await cloud.AwsAsync(
            "emr", "create-cluster", "--name", "flink", "--release-label", "emr-7.0.0", "--use-default-roles",
            "--instance-type", "m5.xlarge", "--instance-count", "1", "--ec2-attributes", $"SubnetId={subnet}");
        return ((string)cluster["ClusterId"]!, vpc);
    }
}
