using System.Text.Json.Nodes;
using Landfall.Operations.Migration.Ecs;

namespace Landfall.Operations.Tests.Migration.Ecs;

public class RoutingTests
{
    private const string Blue = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/0123456789abcdef";
    private const string Green = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/green/0123456789abcdef";

    [Fact]
    public void OfRule_SharedByWeights_KeepsEachGroupsWeightAndThatViewersStay()
    {
        var rule = Rule($$"""{ "TargetGroups": [{ "TargetGroupArn": "{{Blue}}", "Weight": "90" }, { "TargetGroupArn": "{{Green}}", "Weight": "10" }], "TargetGroupStickinessConfig": { "Enabled": "true", "DurationSeconds": "3600" } }""");

        Assert.Equal("""{"blue":"90","green":"10"}""", rule["weights"]!.ToJsonString());
        Assert.Equal("3600", (string?)rule["groupStickiness"]!["DurationSeconds"]);
    }

    [Fact]
    public void OfRule_OfOneGroup_HasNothingToSayOfWeights()
    {
        var rule = Rule($$"""{ "TargetGroups": [{ "TargetGroupArn": "{{Blue}}", "Weight": "1" }], "TargetGroupStickinessConfig": { "Enabled": "false" } }""");

        Assert.Null(rule["weights"]);
        Assert.Null(rule["groupStickiness"]);
    }

    [Fact]
    public void OfRule_WithHostsAndWhatElseItAsksFor_KeepsThemApart()
    {
        var rule = Rule("{}", """[{ "Field": "host-header", "HostHeaderConfig": { "Values": ["a.example.com"] } }, { "Field": "source-ip", "SourceIpConfig": { "Values": ["10.0.0.0/8"] } }]""");

        Assert.Equal("""["a.example.com"]""", rule["hosts"]!.ToJsonString());
        Assert.Equal("source-ip", (string?)Assert.Single(rule["conditions"]!.AsArray())!["Field"]);
        Assert.Equal("5", (string?)rule["priority"]);
    }

    private static JsonObject Rule(string forward, string conditions = "[]") => Routing.OfRule(
        JsonNode.Parse($$"""{ "Priority": "5", "Conditions": {{conditions}}, "Actions": [{ "Type": "forward", "ForwardConfig": {{forward}} }] }""")!.AsObject(),
        JsonNode.Parse("""{ "Protocol": "HTTP", "Port": "80" }""")!.AsObject(),
        JsonNode.Parse("""{ "Type": "application", "LoadBalancerName": "lb", "Scheme": "internet-facing" }""")!.AsObject());
}
