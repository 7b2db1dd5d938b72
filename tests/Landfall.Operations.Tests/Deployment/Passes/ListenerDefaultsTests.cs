using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class ListenerDefaultsTests
{
    [Fact]
    public void Plan_DomainRemoved_HttpRedirectsUntilTheServicesAreThere()
    {
        var plan = Plan("redirect", "fixed-response");

        Assert.Equal("redirect", Default(plan.Of(Pass.Shared).Single()));
        Assert.Equal("fixed-response", Default(plan.Of(Pass.Settle).Single()));
    }

    [Fact]
    public void Plan_DomainAdded_HttpRedirectsAtOnce()
    {
        var plan = Plan("fixed-response", "redirect");

        Assert.Equal("redirect", Default(plan.Of(Pass.Shared).Single()));
        Assert.Empty(plan.Of(Pass.Settle));
    }

    private static PassPlan Plan(string before, string after) =>
        PassPlanner.Plan([Deployed("edge", Listener(before))], [Wanted("edge", Listener(after)), Wanted("api", Task("x"), "edge")]);

    private static string Default(StackOperation operation) =>
        (string)operation.Template!["Resources"]!["Http"]!["Properties"]!["DefaultActions"]![0]!["Type"]!;

    private static string Listener(string type) =>
        $$"""Http: { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "DefaultActions": [{ "Type": "{{type}}" }] } }""";
}
