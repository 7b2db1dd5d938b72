using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Tests.Samples;
using Landfall.Config.Topology;

namespace Landfall.Config.Tests.Resolution;

public class IdentitiesTests
{
    private const string Yaml = """
        app: shop
        region: eu-west-1
        environments: { dev: {} }
        queues: { letters: { was: emails } }
        tables: { ledger: { was: audit, partitionKey: id } }
        services:
          shop-front: { was: api, type: web, image: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/x, uses: [ledger, letters] }
          sender: { was: mailer, type: worker, image: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/x, queue: letters, uses: [shop-front] }
          pages: { was: web, type: site, api: shop-front }
          load: { type: loadTest, target: shop-front }
        overrides: { shop-front/TargetGroup: { Properties.Port: 1 }, shop-dev-sender/Service: { Properties.DesiredCount: 1 }, network/Vpc: { Metadata.X: 1 } }

        """;

    private static readonly AppPlan Plan = TestLoad.Plan(Yaml, "dev");

    [Fact]
    public void Resolve_Renamed_KeepsAwsNamesAndTheirOrder()
    {
        Assert.Equal(["api", "load", "mailer", "web"], Plan.Services.Select(service => service.Name));
        Assert.Equal(["shop-front", "load", "sender", "pages"], Plan.Services.Select(service => service.Title));
        Assert.Equal(("emails", "letters"), (Plan.Queues[0].Name, Plan.Queues[0].Title));
        Assert.Equal("shop-dev-audit", Plan.AwsNames.Table(Plan.Tables[0].Name));
    }

    [Fact]
    public void Resolve_References_FollowWhileVariablesAreNamedAfterTheFile()
    {
        UsePlan[] Uses(string title) => [.. Plan.Services.Single(service => service.Title == title).Uses];

        Assert.Equal([new("audit", UseKind.Table, UseAccess.ReadWrite, "LEDGER"), new("emails", UseKind.Queue, UseAccess.ReadWrite, "LETTERS")], Uses("shop-front"));
        Assert.Equal([new("emails", UseKind.QueueConsumer, UseAccess.ReadWrite, "LETTERS"), new("api", UseKind.Service, UseAccess.ReadWrite, "SHOP_FRONT")], Uses("sender"));
        Assert.Equal("emails", Plan.Services.OfType<WorkerServicePlan>().Single().Queue);
        Assert.Equal("api", Plan.Services.OfType<SiteServicePlan>().Single().Uses.Single().Target);
        Assert.Equal("api", Plan.Services.OfType<LoadTestServicePlan>().Single().Target);
    }

    [Fact]
    public void Resolve_OverridesOfARenamedService_NameItsStack() =>
        Assert.Equal(["api/TargetGroup", "network/Vpc", "shop-dev-mailer/Service"], Plan.Overrides.Select(patch => patch.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void Part_StackOfARenamedService_IsCalledAsInTheFile()
    {
        Assert.Equal("shop-front", StackNames.Part(Plan, "shop-dev-api"));
        Assert.Equal("network", StackNames.Part(Plan, "shop-dev-network"));
        Assert.Equal("other", StackNames.Part(Plan, "other"));
    }

    [Fact]
    public void From_Renamed_DrawsTheFilesNames()
    {
        var topology = AppTopology.From(Plan);

        Assert.Equal(["ledger", "letters", "load", "pages", "sender", "shop-front"], topology.Nodes.Select(node => node.Name).Order(StringComparer.Ordinal));
        Assert.All(topology.Edges, edge => Assert.Contains(topology.Nodes, node => node.Name == edge.To));
    }
}
