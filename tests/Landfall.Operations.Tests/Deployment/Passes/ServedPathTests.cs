using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class ServedPathTests
{
    [Theory]
    [InlineData("", "*|*")]
    [InlineData("""{ "Field": "path-pattern", "PathPatternConfig": { "Values": ["/api/*", "/v1/*"] } }""", "*|/api/* *|/v1/*")]
    [InlineData("""{ "Field": "host-header", "HostHeaderConfig": { "Values": ["a.example.com"] } }""", "a.example.com|*")]
    [InlineData("""{ "Field": "host-header", "Values": ["a.example.com"] }, { "Field": "path-pattern", "Values": ["/api/*"] }""", "a.example.com|/api/*")]
    [InlineData("""{ "Field": "path-pattern", "PathPatternConfig": { "Values": ["/api/*"] }, "Values": ["/old/*"] }""", "*|/api/*")]
    [InlineData("""{ "Field": "http-header", "HttpHeaderConfig": { "Values": ["x"] } }""", "*|*")]
    [InlineData("""{ "Field": "path-pattern" }""", "*|*")]
    [InlineData("""{ "Field": "host-header", "HostHeaderConfig": { "Values": [{ "Ref": "Host" }] } }""", """{"Ref":"Host"}|*""")]
    public void In_Rule_IsEachHostWithEachPath(string conditions, string expected) => Assert.Equal(
        expected,
        string.Join(' ', ServedPath.In(Template($$"""Rule: { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "Conditions": [{{conditions}}] } }"""))
            .Select(s => $"{s.Host ?? "*"}|{s.Path ?? "*"}").Order(StringComparer.Ordinal)));

    [Fact]
    public void In_RuleWithoutConditionsAndOtherResources_IsEveryRequestOnce()
    {
        var template = Template("""
            Rule: { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule" }
            Listener: { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "Conditions": [{ "Field": "path-pattern", "Values": ["/x"] }] } }
            """);

        Assert.Equal([new ServedPath(null, null)], ServedPath.In(template));
    }

    [Theory]
    [InlineData(null, null, "a", "/x", true)]
    [InlineData("a", null, "a", "/x", true)]
    [InlineData("a", null, "b", "/x", false)]
    [InlineData("a", null, null, "/x", false)]
    [InlineData(null, "/*", null, "/x", true)]
    [InlineData(null, "*", null, null, true)]
    [InlineData(null, "/*", "a", "/x", true)]
    [InlineData("a", "/*", null, "/x", false)]
    [InlineData(null, "/x", null, "/x", true)]
    [InlineData(null, "/x/*", null, "/x", false)]
    [InlineData(null, "/x", null, "/x/y", false)]
    [InlineData(null, "/x/*", null, "/x/y", true)]
    [InlineData(null, "/x/*", null, "/xy", false)]
    [InlineData(null, "/x/*", null, null, false)]
    public void Covers_OtherRequests_WhenAllOfThemAreForwarded(string? host, string? path, string? otherHost, string? otherPath, bool expected) =>
        Assert.Equal(expected, new ServedPath(host, path).Covers(new ServedPath(otherHost, otherPath)));
}
