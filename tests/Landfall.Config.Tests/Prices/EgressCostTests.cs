using Landfall.Config.Plan;
using Landfall.Config.Prices;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Prices;

public class EgressCostTests
{
    private const string Head = "app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nqueues: { q: {} }\nsecrets: { s: {} }\nfiles: { f: {} }\n";
    private const string Service = "services: { a: { type: internal, image: { build: . }, uses: [q, s], exec: true, volumes: { f: /f } } }\n";

    [Theory]
    [InlineData("", NatMode.None)]
    [InlineData(Service, NatMode.One)]
    [InlineData("protect: true\n" + Service, NatMode.PerZone)]
    [InlineData("services: { w: { type: site } }\n", NatMode.None)]
    [InlineData("network: { nat: none }\n" + Service, NatMode.None)]
    public void Resolve_NatThatTheFileLeavesOpen_IsChosenByWhatRuns(string yaml, NatMode expected) =>
        Assert.Equal(expected, TestLoad.Plan(Head + yaml, "dev").Network.Nat);

    /// <summary>What was deployed under another rule keeps its way.</summary>
    [Fact]
    public void Resolve_RecordedNat_IsKept()
    {
        var context = new KnownFacts { Environments = new Dictionary<string, EnvironmentFacts> { ["dev"] = new() { Nat = NatMode.None } } };

        Assert.Equal(NatMode.None, TestLoad.Plan(Head + Service, "dev", context).Network.Nat);
        Assert.Equal(NatMode.PerZone, TestLoad.Plan(Head + "network: { nat: perZone }\n" + Service, "dev", context).Network.Nat);
    }

    /// <summary>The six endpoints in two zones and the gateway of the report: about $88 and $37.</summary>
    [Fact]
    public void Explain_SmallEnvironment_NamesBothWaysAndWhatTheyCost()
    {
        var text = EgressCost.Explain(TestLoad.Plan(Head + Service, "dev"));

        Assert.Equal(
            "dev: one NAT gateway, about $37 a month (list prices of us-east-1, 2026-11-26), so that tasks reach the internet. Without it they would need 6 VPC endpoints in 2 zones, about $88 a month, and reach AWS alone: 'network: { nat: none }'.",
            text);
        Assert.StartsWith("dev: no NAT gateway, but 6 VPC endpoints in 2 zones, about $88 a month", EgressCost.Explain(TestLoad.Plan(Head + "network: { nat: none }\n" + Service, "dev")), StringComparison.Ordinal);
        Assert.StartsWith("dev: 2 NAT gateways, one in each zone, about $73 a month", EgressCost.Explain(TestLoad.Plan(Head + "protect: true\n" + Service, "dev")), StringComparison.Ordinal);
        Assert.Contains(
            "would need 1 VPC endpoint in 2 zones, about $15 a month",
            EgressCost.Explain(TestLoad.Plan("app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nservices: { a: { type: internal, image: public.ecr.aws/x/y } }\n", "dev")), StringComparison.Ordinal);
        Assert.Contains("nothing runs", EgressCost.Explain(TestLoad.Plan(Head, "dev")), StringComparison.Ordinal);
    }

    [Fact]
    public void Needed_Endpoints_AreThoseThatARoleMayCall()
    {
        Assert.Equal(
            ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "sqs", "ssmmessages"],
            Landfall.Config.Stacks.EndpointNeeds.Of(TestLoad.Plan(Head + Service, "dev")));
        Assert.Equal(["logs"], Landfall.Config.Stacks.EndpointNeeds.Of(TestLoad.Plan("app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nservices: { a: { type: internal, image: public.ecr.aws/x/y } }\n", "dev")));
    }
}
