using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests;

public class KnownFactsTests
{
    private const string Imported = "network: { nat: one, zones: 2, import: { vpc: vpc-0abc } }\n";

    private static readonly KnownFacts Recorded = new()
    {
        Accounts = Facts(new RegionFacts
        {
            Zones = [new("eu-west-1a", "euw1-az1") { Fargate = false }, new("eu-west-1b", "euw1-az2") { WithoutEndpoints = ["sqs"] }, new("eu-west-1c", "euw1-az3"), new("eu-west-1d", "euw1-az4")],
            HostedZones = new Dictionary<string, string> { ["example.com"] = "Z1", ["a.example.com"] = "Z2" },
            Engines = new Dictionary<string, IReadOnlyList<string>> { ["mysql"] = ["8.4.6"] },
            Quotas = new Dictionary<string, double> { ["AWS::EC2::Subnet/number"] = 250, ["AWS::EC2::EIP/number"] = 7 },
        }),
        Environments = new Dictionary<string, EnvironmentFacts>
        {
            ["dev"] = new()
            {
                Network = new ImportedNetworkPlan
                {
                    VpcId = "vpc-0abc",
                    VpcCidr = "10.0.0.0/16",
                    Subnets = [new SubnetPlan("10.0.9.0/24", "eu-west-1b", true)],
                },
            },
        },
    };

    [Fact]
    public void Read_WhatWriteWrote_IsTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        try
        {
            Assert.Null(KnownFacts.Read(folder.FullName));
            Recorded.Write(folder.FullName);

            Assert.Equal(Recorded.ToJson(), KnownFacts.Read(folder.FullName)!.ToJson());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Quotas_OfTheAccount_GetIntoThePlanInOrder() =>
        Assert.Equal(
            [KeyValuePair.Create("AWS::EC2::EIP/number", 7d), KeyValuePair.Create("AWS::EC2::Subnet/number", 250d)],
            TestLoad.Plan(SmallFile.Head, "dev", Recorded with { Environments = new Dictionary<string, EnvironmentFacts>() }).Quotas);

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"unknown\": 1}")]
    [InlineData("{\"zones\": {\"eu-west-1\": []}}")]
    [InlineData("{\"environments\": {\"dev\": {\"network\": {}}}}")]
    public void Read_MalformedFile_SaysSo(string text)
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, KnownFacts.FileName), text);

            Assert.Equal(ErrorCodes.ContextMalformed, Assert.Throws<LandfallException>(() => KnownFacts.Read(folder.FullName)).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Resolve_RecordedFacts_UsesThem()
    {
        var plan = TestLoad.Plan(SmallFile.Head + Imported + "domain: { name: a.example.com, zone: example.com }\n", "dev", Recorded);

        // Not the zone without Fargate, and that without an endpoint last.
        Assert.Equal(["eu-west-1c", "eu-west-1d"], plan.Network.Zones);
        Assert.Equal("10.0.9.0/24", Assert.Single(plan.Network.Import!.Subnets).Cidr);
        // The delegated zone has the name's records, not the one that the file names.
        Assert.Equal(new HostedZonePlan("a.example.com", "Z2"), plan.Domain!.ZoneOf("a.example.com"));
    }

    [Fact]
    public void Resolve_ZonesOfTheEnvironment_GoBeforeThoseOfTheAccount()
    {
        var facts = Recorded.With("dev", Recorded.Environments["dev"] with { Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] });

        Assert.Equal(["eu-west-1a", "eu-west-1b"], TestLoad.Plan(SmallFile.Head + Imported, "dev", facts).Network.Zones);
    }

    [Theory]
    [InlineData("eu-west-1", "eu-west-1a, eu-west-1b")]
    [InlineData("ap-northeast-1", "ap-northeast-1a, ap-northeast-1c")]
    public void Resolve_NothingLookedUp_TakesTheZonesThatMostAccountsHave(string region, string zones) =>
        Assert.Equal(zones, string.Join(", ", TestLoad.Plan($"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\n", "dev").Network.Zones));

    [Fact]
    public void Read_FileThatHasZonesOnly_IsUnderstood()
    {
        using var folder = new TemporaryFolder();
        folder.Write(KnownFacts.FileName, """{ "zones": { "*/eu-west-1": ["eu-west-1b", "eu-west-1c"] }, "environments": { "dev": { "hostedZoneId": "Z9" } } }""");

        var plan = TestLoad.Plan(SmallFile.Head + "domain: { name: a.example.com, zone: example.com }\n", "dev", KnownFacts.Read(folder.Path));

        Assert.Equal(["eu-west-1b", "eu-west-1c"], plan.Network.Zones);
        Assert.Equal("Z9", plan.Domain!.ZoneOf("a.example.com")!.Id);
    }

    [Fact]
    public void Resolve_SubnetsGivenInTheFile_ReplaceTheRecordedOnes()
    {
        var plan = TestLoad.Plan(
            SmallFile.Head + "network: { nat: one, import: { vpc: vpc-0abc }, subnets: { public: [10.0.1.0/24, 10.0.2.0/24], private: [10.0.3.0/24, 10.0.4.0/24] } }\n",
            "dev",
            Recorded);

        Assert.Equal(
            ["10.0.1.0/24 eu-west-1c True", "10.0.2.0/24 eu-west-1d True", "10.0.3.0/24 eu-west-1c False", "10.0.4.0/24 eu-west-1d False"],
            plan.Network.Import!.Subnets.Select(subnet => $"{subnet.Cidr} {subnet.Zone} {subnet.Public}"));
    }

    [Theory]
    [InlineData("vpc-0abc", false)]
    [InlineData("vpc-0def", true)]
    public void Resolve_ImportThatIsNotRecorded_SaysWhatToDo(string vpc, bool recorded)
    {
        var exception = Assert.Throws<LandfallException>(() =>
            TestLoad.Plan(SmallFile.Head + Imported.Replace("vpc-0abc", vpc), "dev", recorded ? Recorded : null));

        Assert.Equal(ErrorCodes.ContextMissing, exception.Code);
        Assert.Matches("'landfall context refresh /[^ ]+ --env dev'", exception.Message);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, RegionFacts>> Facts(RegionFacts facts) =>
        new() { ["*"] = new Dictionary<string, RegionFacts> { ["eu-west-1"] = facts } };

    [Fact]
    public void Resolve_UnknownEnvironment_SuggestsTheNearest()
    {
        var exception = Assert.Throws<LandfallException>(() => TestLoad.Plan(SmallFile.Head, "dve"));

        Assert.Equal((ErrorCodes.UnknownEnvironment, "There is no environment 'dve'. There is dev. Did you mean 'dev'?"), (exception.Code, exception.Message));
    }
}
