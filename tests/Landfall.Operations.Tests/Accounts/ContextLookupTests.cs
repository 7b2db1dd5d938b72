using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Accounts;

namespace Landfall.Operations.Tests.Accounts;

public sealed class ContextLookupTests : IDisposable
{
    private const string Site = """
        domain: { name: www.example.com, zone: example.com }
        services:
          api: { type: web, image: { build: . }, path: "/api/*" }
          web: { type: site, source: ./web, api: api }

        """;

    private readonly StubAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task RunAsync_AccountInTokyo_TakesTheZonesThatFargateHas()
    {
        var facts = await LookUpAsync();

        Assert.Equal(["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"], facts.Environments["dev"].Zones);
        Assert.Equal(
            [("ap-northeast-1a", "apne1-az4", true), ("ap-northeast-1b", "apne1-az3", false), ("ap-northeast-1c", "apne1-az1", true), ("ap-northeast-1d", "apne1-az2", true)],
            facts.Of("111111111111", "ap-northeast-1")!.Zones.Select(zone => (zone.Name, zone.Id!, zone.Fargate)));
    }

    [Fact]
    public async Task RunAsync_EndpointThatAZoneLacks_IsRecordedAndTheZoneComesLast()
    {
        _account.Endpoints["logs"] = ["ap-northeast-1a", "ap-northeast-1b", "ap-northeast-1c", "ap-northeast-1d"];
        _account.Endpoints["sqs"] = ["ap-northeast-1c", "ap-northeast-1d"];
        _account.Endpoints["lambda"] = [];

        var facts = await LookUpAsync();

        Assert.Equal(["sqs"], facts.Of("111111111111", "ap-northeast-1")!.Zones[0].WithoutEndpoints);
        Assert.Null(facts.Of("111111111111", "ap-northeast-1")!.Zones[2].WithoutEndpoints);
        Assert.Equal(["ap-northeast-1c", "ap-northeast-1d", "ap-northeast-1a"], facts.Environments["dev"].Zones);
    }

    [Fact]
    public async Task RunAsync_WhatIsDeployed_StaysInItsZones()
    {
        // An old account, whose zone b is open.
        (_account.Deployed["Private1"], _account.Deployed["Private2"], _account.Deployed["Public1"], _account.Deployed["Public2"]) = ("ap-northeast-1a", "ap-northeast-1b", "ap-northeast-1a", "ap-northeast-1b");

        var facts = await LookUpAsync();

        Assert.Equal(["ap-northeast-1a", "ap-northeast-1b", "ap-northeast-1c", "ap-northeast-1d"], facts.Environments["dev"].Zones);
    }

    [Fact]
    public async Task RunAsync_Again_GivesTheSameFile()
    {
        var once = await LookUpAsync();

        Assert.Equal(once.ToJson(), (await LookUpAsync(once)).ToJson());
    }

    [Fact]
    public async Task RunAsync_FewerZonesThanWanted_IsRefused()
    {
        _account.Zones = _account.Zones[..2];

        var e = await Assert.ThrowsAsync<LandfallException>(() => LookUpAsync());

        Assert.Equal("LF5100", e.Code);
        Assert.Contains("offers this account 1 that Fargate runs in: ap-northeast-1a", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Names_HaveTheirHostedZonesAndOtherEnvironmentsKeepTheirs()
    {
        _account.HostedZones = [("example.com.", "Z1"), ("api.example.com.", "Z2"), ("other.com.", "Z3")];
        var before = new KnownFacts().With("111111111111", "ap-northeast-1", new RegionFacts
        {
            HostedZones = new Dictionary<string, string> { ["example.net"] = "Z8", ["www.example.com"] = "Z9" },
        });

        var facts = await LookUpAsync(before, "domain: { name: www.example.com, zone: example.com }\nservices: { api: { type: web, image: { build: . }, host: api.example.com } }\n");

        // The zone that was www.example.com's is gone: a record in it would never be found.
        Assert.Equal(
            "api.example.com=Z2,example.com=Z1,example.net=Z8",
            string.Join(',', facts.Of("111111111111", "ap-northeast-1")!.HostedZones.Select(zone => $"{zone.Key}={zone.Value}")));
    }

    [Fact]
    public async Task RunAsync_DatabaseEngines_HaveTheirVersions()
    {
        var facts = await LookUpAsync(rest: "databases: { orders: { engine: postgresql } }\n");

        Assert.Equal(["15.13", "16.9"], facts.Of("111111111111", "ap-northeast-1")!.Engines!["postgres"]);
    }

    [Fact]
    public async Task RunAsync_Quotas_AreThoseOfTheLimitsByCodeOrName()
    {
        _account.Quotas =
        [
            ("ap-northeast-1", "vpc", "L-407747CB", "Subnets per VPC", 250),
            ("ap-northeast-1", "vpc", "L-7E9ECCDB", "Active VPC peering connections per VPC", 50),
            ("ap-northeast-1", "ecs", "L-00000000", "tasks per Service", 6000),
            ("ap-northeast-1", "elasticloadbalancing", "L-9365A611", "Worded anew", 60),
            ("us-east-1", "iam", "L-C07B4B0D", "Role trust policy length", 4096),
            ("us-east-1", "vpc", "L-29B6F2EB", "Interface VPC endpoints per VPC", 70),
            ("ap-northeast-1", "cloudfront", "L-24B04930", "Web distributions per AWS account", 700),
        ];

        var quotas = (await LookUpAsync()).Of("111111111111", "ap-northeast-1")!.Quotas!;

        Assert.Equal(
            [
                ("AWS::EC2::Subnet/number", 250),
                ("AWS::ECS::Service/tasks", 6000),
                ("AWS::ElasticLoadBalancingV2::Listener/certificates", 60),
                ("AWS::ElasticLoadBalancingV2::ListenerCertificate/number", 60),
                ("AWS::IAM::Role/trust", 4096),
            ],
            quotas.Select(quota => (quota.Key, quota.Value)));
    }

    [Fact]
    public async Task RunAsync_ServiceLinkedRoles_AreThoseThatResourcesNeed()
    {
        Assert.Equal(["ecs.amazonaws.com"], (await LookUpAsync()).Of("111111111111", "ap-northeast-1")!.ServiceRoles!);
        _account.Roles = [];
        Assert.Empty((await LookUpAsync()).Of("111111111111", "ap-northeast-1")!.ServiceRoles!);
    }

    [Theory]
    [InlineData("us-gov-east-1", "us-gov-west-1", true)]
    [InlineData("eu-west-1", "us-gov-west-1", false)]
    [InlineData("us-east-1", "us-east-1", true)]
    [InlineData("cn-north-1", "cn-north-1", false)]
    [InlineData("cn-northwest-1", "us-east-1", false)]
    public async Task RunAsync_QuotaOfAGlobalService_IsAskedWhereThePartitionHasIt(string region, string asked, bool found)
    {
        _account.Quotas = [(asked, "iam", "L-C07B4B0D", "Role trust policy length", 4096)];
        using var home = _account.Session();
        using var session = home.In(region);

        Assert.Equal(found, (await new QuotaLookup(session).RunAsync(TestContext.Current.CancellationToken)).Count > 0);
    }

    [Fact]
    public async Task RunAsync_QuotasThatNobodyMaySee_AreNoneAndKeepWhatIsKnown()
    {
        _account.RefusesQuotas = true;
        var before = new KnownFacts().With("111111111111", "ap-northeast-1", new RegionFacts { Quotas = new Dictionary<string, double> { ["AWS::EC2::Subnet/number"] = 300 } });

        Assert.Empty((await LookUpAsync()).Of("111111111111", "ap-northeast-1")!.Quotas!);
        Assert.Equal(300, (await LookUpAsync(before)).Of("111111111111", "ap-northeast-1")!.Quotas!["AWS::EC2::Subnet/number"]);
    }

    [Theory]
    [InlineData("pl-58a04531", "pl-58a04531")]
    [InlineData(null, "")]
    public async Task RunAsync_CdnBeforeServices_HasTheListOfItsAddresses(string? list, string recorded)
    {
        _account.PrefixLists = list is null ? [] : [list];

        var facts = await LookUpAsync(rest: Site);

        Assert.Equal(recorded, facts.Of("111111111111", "ap-northeast-1")!.CdnPrefixList);
        Assert.Equal(recorded, (await LookUpAsync(facts)).Of("111111111111", "ap-northeast-1")!.CdnPrefixList);
        Assert.Null((await LookUpAsync()).Of("111111111111", "ap-northeast-1")!.CdnPrefixList);
    }

    [Fact]
    public async Task RunAsync_CertificateThatFits_IsTaken()
    {
        _account.Certificates =
        [
            ("ap-northeast-1", "arn:a", ["www.example.com"], false),
            ("ap-northeast-1", "arn:b", ["example.com", "*.example.com"], true),
            ("ap-northeast-1", "arn:c", ["example.com", "*.example.com", "*.www.example.com"], false),
            ("us-east-1", "arn:d", ["*.www.example.com"], false),
            ("us-east-1", "arn:e", ["*.example.com"], false),
        ];

        var facts = (await LookUpAsync(rest: Site)).Environments["dev"];

        // The CDN has the domain, by a certificate of us-east-1; the load balancer is its origin and has a name below.
        Assert.Equal(("arn:e", "arn:c"), (facts.CdnCertificate, facts.Certificate));
    }

    [Fact]
    public async Task RunAsync_NoCertificateThatFits_LeavesOneToBeMade()
    {
        _account.Certificates = [("ap-northeast-1", "arn:b", ["*.example.com"], true), ("us-east-1", "arn:d", ["*.www.example.com"], false)];

        var facts = (await LookUpAsync(rest: Site)).Environments["dev"];

        Assert.Equal((null, null), (facts.CdnCertificate, facts.Certificate));
    }

    [Fact]
    public async Task RunAsync_EnvironmentThatStands_KeepsItsCertificates()
    {
        _account.Stacks = ["shop-dev-edge"];
        _account.Certificates = [("ap-northeast-1", "arn:c", ["*.example.com", "*.www.example.com"], false), ("us-east-1", "arn:e", ["*.example.com"], false)];

        var facts = (await LookUpAsync(rest: Site)).Environments["dev"];

        Assert.Equal((null, null), (facts.CdnCertificate, facts.Certificate));
    }

    private async Task<KnownFacts> LookUpAsync(KnownFacts? before = null, string rest = "")
    {
        using var folder = new TemporaryFolder();
        var config = ConfigLoader.Load(folder.Write("landfall.yaml", $"app: shop\nregion: ap-northeast-1\nenvironments: {{ dev: {{ account: \"111111111111\" }} }}\n{rest}"), _ => null).Config!;
        using var session = _account.Session();
        using var lookup = new ContextLookup(config, session);
        return await lookup.RunAsync(NeededFacts.Of(config, "dev"), before ?? new KnownFacts(), TestContext.Current.CancellationToken);
    }
}
