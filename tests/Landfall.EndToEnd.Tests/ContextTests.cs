using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What <c>context refresh</c> looks up, beside what the AWS CLI says, and what happens without it.</summary>
public sealed class ContextTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File =
        """
        app: facts
        region: ap-northeast-1
        environments: { dev: {}, prod: { network: { zones: 3 }, domain: { name: prod.www.facts.example } } }
        domain: { name: www.facts.example, zone: facts.example }
        databases: { orders: { engine: postgresql } }
        services:
          api: { type: web, image: 111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/api:1, uses: [orders] }
        """;

    [Fact]
    public async Task ContextRefresh_AccountInTokyo_RecordsWhatTheAwsCliSays()
    {
        await cloud.AwsAsync("route53", "create-hosted-zone", "--name", "www.facts.example", "--caller-reference", "facts");
        var folder = cloud.Project(File);

        var dry = (await cloud.LandfallAsync("context", "refresh", folder, "--local", "--dry-run")).Succeeded();
        Assert.Contains("environments.prod.zones: (nothing) → ap-northeast-1a, ap-northeast-1c, ap-northeast-1d", dry.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(dry.Output.Trim()), "A dry run has written.");

        var file = (await cloud.LandfallAsync("context", "refresh", folder, "--local")).Succeeded().Output.Trim();
        var facts = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["accounts"]!["*"]!["ap-northeast-1"]!;
        var zones = (await cloud.AwsAsync("ec2", "describe-availability-zones", "--region", "ap-northeast-1"))["AvailabilityZones"]!.AsArray();
        Assert.Equal(zones.Select(z => ((string)z!["ZoneName"]!, (string)z["ZoneId"]!)).Order(), facts["zones"]!.AsArray().Select(z => ((string)z!["name"]!, (string)z["id"]!)));
        var hosted = (await cloud.AwsAsync("route53", "list-hosted-zones"))["HostedZones"]!.AsArray().Single(z => (string)z!["Name"]! == "www.facts.example.")!;
        Assert.Equal(((string)hosted["Id"]!).Split('/')[^1], (string)facts["hostedZones"]!["www.facts.example"]!);
        var versions = (await cloud.AwsAsync("rds", "describe-db-engine-versions", "--engine", "postgres", "--region", "ap-northeast-1"))["DBEngineVersions"]!.AsArray();
        Assert.Equal(versions.Select(v => (string)v!["EngineVersion"]!).Distinct(), facts["engines"]!["postgres"]!.AsArray().Select(v => (string)v!));

        var quotas = (await cloud.AwsAsync("service-quotas", "list-service-quotas", "--service-code", "vpc", "--region", "ap-northeast-1"))["Quotas"]!.AsArray()
            .ToDictionary(q => (string)q!["QuotaName"]!, q => (double)q!["Value"]!);
        Assert.Equal(
            [
                ("AWS::EC2::SecurityGroupIngress/rules", quotas["Inbound or outbound rules per security group"]),
                ("AWS::EC2::Subnet/number", quotas["Subnets per VPC"]),
                ("AWS::EC2::VPCEndpoint/number", quotas["Interface VPC endpoints per VPC"]),
            ],
            facts["quotas"]!.AsObject().Select(quota => (quota.Key, (double)quota.Value!)));

        var again = (await cloud.LandfallAsync("context", "refresh", folder, "--local")).Succeeded();
        Assert.Contains("Everything is as it was recorded.", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synth_DomainWhoseZoneNobodyLookedUp_NamesTheCommand()
    {
        var folder = cloud.Project(File);

        var result = await cloud.LandfallAsync("synth", folder);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"LF1602 landfall.context.json does not have the hosted zone of www.facts.example, which 'dev' needs. Run 'landfall context refresh {folder} --env dev' and commit the file.", result.Error, StringComparison.Ordinal);
    }
}
