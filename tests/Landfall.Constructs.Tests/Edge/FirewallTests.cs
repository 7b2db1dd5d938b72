using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Edge;

public sealed class FirewallTests
{
    [Fact]
    public void Create_LoadBalancerAlone_LimitsTheAddressThatCalls()
    {
        var edge = Edge("us-east-1", api: null);

        Assert.Equal("IP", (string?)Limit(edge, "Firewall")["AggregateKeyType"]);
    }

    [Fact]
    public void Create_LoadBalancerBehindCdn_LimitsTheVisitorAndNotTheCdn()
    {
        var edge = Edge("us-east-1", api: "api");

        Assert.Equal("FORWARDED_IP", (string?)Limit(edge, "Firewall")["AggregateKeyType"]);
        Assert.Equal("X-Forwarded-For", (string?)Limit(edge, "Firewall")["ForwardedIPConfig"]!["HeaderName"]);
        Assert.Equal("IP", (string?)Limit(edge, "CdnFirewall")["AggregateKeyType"]);
    }

    [Fact]
    public void Create_UsEast1_IsInFrontOfTheCdn()
    {
        var edge = Edge("us-east-1", api: "api");

        Assert.Equal("CLOUDFRONT", (string?)edge["CdnFirewall"]!["Properties"]!["Scope"]);
        Assert.Equal(
            "CdnFirewall", (string?)edge["PageDistribution"]!["Properties"]!["DistributionConfig"]!["WebACLId"]!["Fn::GetAtt"]![0]);
    }

    [Fact]
    public void Create_OtherRegion_LeavesTheCdnWithout()
    {
        var edge = Edge("eu-west-1", api: "api");

        Assert.False(edge.ContainsKey("CdnFirewall"));
        Assert.Null(edge["PageDistribution"]!["Properties"]!["DistributionConfig"]!["WebACLId"]);
    }

    [Theory]
    [InlineData("{}", 2000)]
    [InlineData("{ rateLimit: 500 }", 500)]
    public void Create_RateLimit_IsTheFilesOrTheDefault(string firewall, int limit)
    {
        var rule = Limit(Edge("eu-west-1", api: null, firewall), "Firewall");

        Assert.Equal((limit, 300), ((int)rule["Limit"]!, (int)rule["EvaluationWindowSec"]!));
    }

    [Fact]
    public void Create_NoRateLimit_HasTheManagedRulesOnly()
    {
        var rules = Edge("eu-west-1", api: null, "{ rateLimit: 0 }")["Firewall"]!["Properties"]!["Rules"]!.AsArray();

        Assert.Equal(4, rules.Count);
        Assert.All(rules, rule => Assert.NotNull(rule!["Statement"]!["ManagedRuleGroupStatement"]));
    }

    private static JsonNode Limit(JsonObject edge, string firewall) =>
        edge[firewall]!["Properties"]!["Rules"]!.AsArray()[^1]!["Statement"]!["RateBasedStatement"]!;

    private static JsonObject Edge(string region, string? api, string firewall = "{}")
    {
        var folder = Directory.CreateTempSubdirectory("landfall-site-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "index.html"), "<!doctype html><title>Page</title>");
            var plan = SmallPlan.Create(
                $"firewall: {firewall}\nservices:\n  api: {{ type: web, image: public.ecr.aws/nginx/nginx:1.27 }}\n  page: {{ type: site, api: {api ?? "null"} }}",
                region);
            return Synthesis.Run(plan, folder: folder.FullName)["shop-dev-edge"]["Resources"]!.AsObject();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
