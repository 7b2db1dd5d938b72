using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Stacks;
using Landfall.Config.Tests.Samples;
using Landfall.Config.Validation;

namespace Landfall.Config.Tests.Regions;

public class RegionTableTests
{
    [Theory]
    [InlineData("eu-west-1", "ecr.api", "com.amazonaws.eu-west-1.ecr.api")]
    [InlineData("us-gov-west-1", "ecr.api", "com.amazonaws.us-gov-west-1.ecr.api")]
    [InlineData("cn-north-1", "ecr.api", "cn.com.amazonaws.cn-north-1.ecr.api")]
    [InlineData("cn-north-1", "ecr.dkr", "cn.com.amazonaws.cn-north-1.ecr.dkr")]
    [InlineData("cn-north-1", "elasticfilesystem", "cn.com.amazonaws.cn-north-1.elasticfilesystem")]
    [InlineData("cn-northwest-1", "sqs", "cn.com.amazonaws.cn-northwest-1.sqs")]
    [InlineData("cn-north-1", "logs", "com.amazonaws.cn-north-1.logs")]
    [InlineData("cn-north-1", "ssm", "com.amazonaws.cn-north-1.ssm")]
    [InlineData("cn-north-1", "ssmmessages", "com.amazonaws.cn-north-1.ssmmessages")]
    [InlineData("cn-northwest-1", "secretsmanager", "com.amazonaws.cn-northwest-1.secretsmanager")]
    [InlineData("cn-northwest-1", "elasticmapreduce", "com.amazonaws.cn-northwest-1.elasticmapreduce")]
    public void InterfaceEndpoint_ServiceInARegion_HasItsTrueName(string region, string service, string name) =>
        Assert.Equal(name, RegionTable.Of(region).InterfaceEndpoint(service));

    [Theory]
    [InlineData("eu-west-1", "aws", "amazonaws.com", "Z2FDTNDATAQYW2", "us-east-1", "abc")]
    [InlineData("ap-northeast-1", "aws", "amazonaws.com", "Z2FDTNDATAQYW2", "us-east-1", "acd")]
    [InlineData("cn-north-1", "aws-cn", "amazonaws.com.cn", "Z3RFFRIM2A3IF5", null, "ab")]
    [InlineData("us-gov-west-1", "aws-us-gov", "amazonaws.com", null, null, "abc")]
    public void Of_Region_TellsWhatIsDifferentThere(string region, string partition, string suffix, string? zone, string? cdn, string letters)
    {
        var facts = RegionTable.Of(region);

        Assert.Equal((region, partition, suffix, zone, cdn, letters), (facts.Name, facts.Partition, facts.DnsSuffix, facts.CdnZone, facts.CdnRegion, facts.ZoneLetters));
    }

    [Fact]
    public void MissingTypes_AnyRegion_AreAskedForByTheValidator() =>
        Assert.Empty(RegionTable.Names.SelectMany(name => RegionTable.Of(name).MissingTypes).Distinct().Except(RegionValidator.Asked));

    [Fact]
    public void MadeEndpoints_EveryKindOfUse_AreThoseOfTheTable()
    {
        AppPlan Plan(string telemetry) => TestLoad.Plan($$"""
            app: shop
            region: eu-west-1
            environments: { dev: {} }
            network: { nat: none }
            telemetry: {{telemetry}}
            databases: { orders: { engine: aurora-mysql, dataApi: true } }
            queues: { emails: {} }
            secrets: { stripe: {} }
            services: { a: { type: internal, exec: true, uses: [orders, emails, stripe], image: { build: . } } }
            """, "dev");

        // An imported cluster's endpoint needs an import, whose facts this plan has not.
        Assert.Equal(
            RegionTable.MadeEndpoints,
            new[] { "cloudwatch", "{ backend: amp, endpoint: ws-1 }" }.SelectMany(telemetry => EndpointNeeds.Of(Plan(telemetry))).Append("elasticmapreduce").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Find_NoRegion_GivesNothing() => Assert.Null(RegionTable.Find("eu-nowhere-1"));

    [Fact]
    public void Generator_SameSources_GivesTheCommittedTable() => GeneratedTable.Verify("region-capabilities.py");
}
