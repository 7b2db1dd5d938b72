using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests;

public class NetworkContextTests
{
    private const string Imported = "network: { nat: one, zones: 2, import: { vpc: vpc-0abc } }\n";

    private static readonly NetworkContext Recorded = new()
    {
        Zones = new Dictionary<string, IReadOnlyList<string>> { ["*/eu-west-1"] = ["eu-west-1b", "eu-west-1c", "eu-west-1d"] },
        Environments = new Dictionary<string, EnvironmentFacts>
        {
            ["dev"] = new()
            {
                HostedZoneId = "Z1",
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
            Assert.Null(NetworkContext.Read(folder.FullName));
            Recorded.Write(folder.FullName);

            Assert.Equal(Recorded.ToJson(), NetworkContext.Read(folder.FullName)!.ToJson());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"unknown\": 1}")]
    [InlineData("{\"environments\": {\"dev\": {\"network\": {}}}}")]
    public void Read_MalformedFile_SaysSo(string text)
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, NetworkContext.FileName), text);

            Assert.Equal(ErrorCodes.ContextMalformed, Assert.Throws<LandfallException>(() => NetworkContext.Read(folder.FullName)).Code);
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

        Assert.Equal(["eu-west-1b", "eu-west-1c"], plan.Network.Zones);
        Assert.Equal("10.0.9.0/24", Assert.Single(plan.Network.Import!.Subnets).Cidr);
        Assert.Equal("Z1", plan.Domain!.ZoneOf("shop.example.com")!.Id);
    }

    [Fact]
    public void Resolve_SubnetsGivenInTheFile_ReplaceTheRecordedOnes()
    {
        var plan = TestLoad.Plan(
            SmallFile.Head + "network: { nat: one, import: { vpc: vpc-0abc }, subnets: { public: [10.0.1.0/24, 10.0.2.0/24], private: [10.0.3.0/24, 10.0.4.0/24] } }\n",
            "dev",
            Recorded);

        Assert.Equal(
            ["10.0.1.0/24 eu-west-1b True", "10.0.2.0/24 eu-west-1c True", "10.0.3.0/24 eu-west-1b False", "10.0.4.0/24 eu-west-1c False"],
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
        Assert.Matches("'landfall network plan /[^ ]+ --env dev'", exception.Message);
    }

    [Fact]
    public void Resolve_UnknownEnvironment_SuggestsTheNearest()
    {
        var exception = Assert.Throws<LandfallException>(() => TestLoad.Plan(SmallFile.Head, "dve"));

        Assert.Equal((ErrorCodes.UnknownEnvironment, "There is no environment 'dve'. There is dev. Did you mean 'dev'?"), (exception.Code, exception.Message));
    }
}
