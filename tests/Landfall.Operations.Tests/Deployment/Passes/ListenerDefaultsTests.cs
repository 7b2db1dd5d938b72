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

    [Fact]
    public void Apply_ListenersThatLoseNoRedirect_StayAsTheyAre()
    {
        var wanted = Template(Listener("fixed-response"));

        Assert.Same(wanted, ListenerDefaults.Apply(Template(Listener("forward")), wanted));
        Assert.Same(wanted, ListenerDefaults.Apply(Template(""), wanted));
        Assert.Same(wanted, ListenerDefaults.Apply(Template("""Http: { "Type": "AWS::ElasticLoadBalancingV2::Listener" }"""), wanted));
    }

    [Fact]
    public void Apply_RedirectBehindAnotherAction_IsKeptInTheListenerThatLosesItAlone()
    {
        const string before = """Http: { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "DefaultActions": [{ "Type": "authenticate-oidc" }, { "Type": "redirect" }] } }""";
        var wanted = Template(Listener("fixed-response") + "\n" + Listener("forward").Replace("Http:", "Other:", StringComparison.Ordinal));

        var applied = ListenerDefaults.Apply(Template(before), wanted);

        Assert.Equal("""[{"Type":"authenticate-oidc"},{"Type":"redirect"}]""", applied["Resources"]!["Http"]!["Properties"]!["DefaultActions"]!.ToJsonString());
        Assert.Equal("""[{"Type":"forward"}]""", applied["Resources"]!["Other"]!["Properties"]!["DefaultActions"]!.ToJsonString());
        Assert.Equal("""[{"Type":"fixed-response"}]""", wanted["Resources"]!["Http"]!["Properties"]!["DefaultActions"]!.ToJsonString());
    }

    private static PassPlan Plan(string before, string after) =>
        PassPlanner.Plan([Deployed("edge", Listener(before))], [Wanted("edge", Listener(after)), Wanted("api", Task("x"), "edge")]);

    private static string Default(StackOperation operation) =>
        (string)operation.Template!["Resources"]!["Http"]!["Properties"]!["DefaultActions"]![0]!["Type"]!;

    private static string Listener(string type) =>
        $$"""Http: { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "DefaultActions": [{ "Type": "{{type}}" }] } }""";
}
