using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Imported networks: what <c>network plan</c> finds in an account, and a deployment into it.</summary>
[LongRun]
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
        var subnets = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".landfall", "local", "landfall.context.json")))!["environments"]!["prod"]!["network"]!["subnets"]!.AsArray();
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
    public async Task NetworkPlan_VpcWithEndpoints_RecordsThemAndADeploymentLeavesThemOut()
    {
        var vpc = (string)(await cloud.AwsAsync("ec2", "create-vpc", "--cidr-block", "10.8.0.0/16"))["Vpc"]!["VpcId"]!;
        var group = (string)(await cloud.AwsAsync("ec2", "create-security-group", "--group-name", "endpoints", "--description", "Another team's", "--vpc-id", vpc))["GroupId"]!;
        await cloud.AwsAsync(
            "ec2", "create-vpc-endpoint", "--vpc-endpoint-type", "Interface", "--vpc-id", vpc, "--service-name", "com.amazonaws.us-east-1.ecr.api",
            "--private-dns-enabled", "--security-group-ids", group);
        var folder = cloud.Project(
            $$"""
            app: guest
            region: us-east-1
            environments: { dev: {} }
            network: { nat: none, import: { vpc: {{vpc}} } }
            services:
              tool: { type: internal, image: 111111111111.dkr.ecr.us-east-1.amazonaws.com/tool:1 }
            """);

        (await cloud.LandfallAsync("network", "plan", folder, "--local")).Succeeded();
        await cloud.DeployAsync(folder, "dev", "--only", "network");
        (await cloud.LandfallAsync("network", "plan", folder, "--local")).Succeeded();

        // Its own endpoints are not recorded the second time.
        var recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".landfall", "local", "landfall.context.json")))!["environments"]!["dev"]!["network"]!["endpoints"]!;
        Assert.Equal(("ecr.api", group), ((string)Assert.Single(recorded.AsArray())!["service"]!, (string)recorded[0]!["securityGroup"]!));
        var endpoints = (await cloud.AwsAsync("ec2", "describe-vpc-endpoints", "--filters", $"Name=vpc-id,Values={vpc}"))["VpcEndpoints"]!.AsArray();
        Assert.Equal(["ecr.api", "ecr.dkr", "logs", "s3"], endpoints.Select(e => ((string)e!["ServiceName"]!)["com.amazonaws.us-east-1.".Length..]).Order(StringComparer.Ordinal));
        var rules = (await cloud.AwsAsync("ec2", "describe-security-groups", "--group-ids", group))["SecurityGroups"]![0]!["IpPermissions"]!.AsArray();
        Assert.Equal(443, (int)Assert.Single(rules)!["FromPort"]!);
    }

    [Fact]
    public async Task NetworkPlan_DomainWithoutZoneId_RecordsIt()
    {
        var zone = (string)(await cloud.AwsAsync("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "1"))["HostedZone"]!["Id"]!;
        var folder = cloud.CopySample("shop");
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(", zoneId: Z0123456789EXAMPLE01", "", StringComparison.Ordinal));

        (await cloud.LandfallAsync("network", "plan", folder, "--env", "prod", "--local")).Succeeded();

        var context = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".landfall", "local", "landfall.context.json")))!;
        Assert.Equal(zone.Split('/')[^1], (string)context["accounts"]!["222222222222"]!["us-east-1"]!["hostedZones"]!["example.com"]!);
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
