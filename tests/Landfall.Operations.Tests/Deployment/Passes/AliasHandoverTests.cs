using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class AliasHandoverTests
{
    [Fact]
    public void Plan_SiteRenamed_TheOldDistributionLetsGoOfTheNameBeforeTheNewOneTakesIt()
    {
        var plan = PassPlanner.Plan(
            [Deployed("edge", Distribution("OldDistribution", "shop.example.com"))],
            [Wanted("edge", Distribution("NewDistribution", "shop.example.com")), Wanted("site", "", "edge")]);

        var resources = plan.Of(Pass.Shared).Single().Template!["Resources"]!;
        Assert.Equal("[]", resources["OldDistribution"]!["Properties"]!["DistributionConfig"]!["Aliases"]!.ToJsonString());
        Assert.Equal("""["OldDistribution"]""", resources["NewDistribution"]!["DependsOn"]!.ToJsonString());
    }

    [Fact]
    public void Plan_NewSiteTakesTheDomainFromAnother_GoesAfterIt()
    {
        var plan = PassPlanner.Plan(
            [Deployed("edge", Distribution("Web", "shop.example.com"))],
            [Wanted("edge", Distribution("About", "shop.example.com") + "\n" + Distribution("Web", "web.shop.example.com")), Wanted("site", "", "edge")]);

        var resources = plan.Of(Pass.Shared).Single().Template!["Resources"]!;
        Assert.Equal("""["Web"]""", resources["About"]!["DependsOn"]!.ToJsonString());
        Assert.Equal("""["web.shop.example.com"]""", resources["Web"]!["Properties"]!["DistributionConfig"]!["Aliases"]!.ToJsonString());
        Assert.Null(plan.Of(Pass.Settle).Single().Template!["Resources"]!["About"]!["DependsOn"]);
    }

    private static string Distribution(string id, string alias) =>
        $$"""{{id}}: { "Type": "AWS::CloudFront::Distribution", "Properties": { "DistributionConfig": { "Aliases": ["{{alias}}"] } } }""";
}
