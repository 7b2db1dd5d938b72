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
        Assert.Equal("IP", (string?)Limit(edge, "CdnFirewall")["AggregateKeyType"]);
    }

    /// <summary>The visitor's address is the CDN's word, which nobody else can give.</summary>
    [Fact]
    public void Create_LoadBalancerBehindCdn_IsNotEscapedByAForgedHeader()
    {
        var edge = Edge("eu-west-1", api: "api");

        var limit = Limit(edge, "Firewall");
        Assert.Equal(("x-landfall-visitor", "MATCH"), ((string?)limit["ForwardedIPConfig"]!["HeaderName"], (string?)limit["ForwardedIPConfig"]!["FallbackBehavior"]));
        var mark = limit["ScopeDownStatement"]!["ByteMatchStatement"]!;
        Assert.Equal("x-landfall-cdn", (string?)mark["FieldToMatch"]!["SingleHeader"]!["Name"]);
        Assert.Contains("resolve:secretsmanager", mark["SearchString"]!.ToJsonString(), StringComparison.Ordinal);
        var direct = Rule(edge, "DirectRateLimit")["Statement"]!["RateBasedStatement"]!;
        Assert.Equal("IP", (string?)direct["AggregateKeyType"]);
        Assert.NotNull(direct["ScopeDownStatement"]!["NotStatement"]!["Statement"]!["ByteMatchStatement"]);

        var distribution = edge["PageDistribution"]!["Properties"]!["DistributionConfig"]!;
        var origin = distribution["Origins"]!.AsArray().Single(one => one!["OriginCustomHeaders"] is not null)!;
        Assert.Equal(mark["SearchString"]!.ToJsonString(), origin["OriginCustomHeaders"]![0]!["HeaderValue"]!.ToJsonString());
        Assert.Equal("CdnVisitor", (string?)distribution["CacheBehaviors"]![0]!["FunctionAssociations"]![0]!["FunctionARN"]!["Fn::GetAtt"]![0]);
        Assert.Contains("event.viewer.ip", (string)edge["CdnVisitor"]!["Properties"]!["FunctionCode"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/*", true)]
    [InlineData("/*", false)]
    public void Create_EverythingThroughTheCdn_AnswersNobodyElse(string path, bool only)
    {
        var edge = Edge("eu-west-1", api: "api", path: path);

        Assert.Equal(only, edge["Firewall"]!["Properties"]!["Rules"]!.AsArray().Any(rule => (string?)rule!["Name"] == "OnlyThroughCdn"));
    }

    [Theory]
    [InlineData("Firewall")]
    [InlineData("CdnFirewall")]
    public void Create_Uploads_AreNotBlockedForTheirSize(string firewall)
    {
        var common = Rule(Edge("us-east-1", api: "api"), "AWSManagedRulesCommonRuleSet", firewall)["Statement"]!["ManagedRuleGroupStatement"]!;

        var changed = Assert.Single(common["RuleActionOverrides"]!.AsArray())!;
        Assert.Equal("SizeRestrictions_BODY", (string?)changed["Name"]);
        Assert.NotNull(changed["ActionToUse"]!["Count"]);
    }

    [Fact]
    public void Create_UsEast1_IsInFrontOfTheCdn()
    {
        var edge = Edge("us-east-1", api: "api");

        Assert.Equal("CLOUDFRONT", (string?)edge["CdnFirewall"]!["Properties"]!["Scope"]);
        Assert.Equal(
            "CdnFirewall", (string?)edge["PageDistribution"]!["Properties"]!["DistributionConfig"]!["WebACLId"]!["Fn::GetAtt"]![0]);
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

    private static JsonNode Rule(JsonObject edge, string name, string firewall = "Firewall") =>
        edge[firewall]!["Properties"]!["Rules"]!.AsArray().Single(rule => (string?)rule!["Name"] == name)!;

    private static JsonNode Limit(JsonObject edge, string firewall) =>
        edge[firewall]!["Properties"]!["Rules"]!.AsArray()[^1]!["Statement"]!["RateBasedStatement"]!;

    private static JsonObject Edge(string region, string? api, string firewall = "{}", string path = "/*")
    {
        var folder = Directory.CreateTempSubdirectory("landfall-site-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "index.html"), "<!doctype html><title>Page</title>");
            var plan = SmallPlan.Create(
                $"firewall: {firewall}\nservices:\n  api: {{ type: web, image: public.ecr.aws/x/y:1, path: '{path}' }}\n  page: {{ type: site, api: {api ?? "null"} }}",
                region);
            return Synthesis.Run(plan, folder: folder.FullName)["shop-dev-edge"]["Resources"]!.AsObject();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
