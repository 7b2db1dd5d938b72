using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Protection;

namespace Landfall.Operations.Tests.Deployment.Protection;

public sealed class ProtectedResourcesTests
{
    [Theory]
    [InlineData("AWS::RDS::DBCluster", """{"DeletionProtection": true}""", true)]
    [InlineData("AWS::RDS::DBInstance", """{"DeletionProtection": "true"}""", true)]
    [InlineData("AWS::RDS::DBInstance", """{"DeletionProtection": {"Ref": "On"}}""", true)]
    [InlineData("AWS::RDS::DBInstance", """{"DeletionProtection": {"Ref": "Off"}}""", false)]
    [InlineData("AWS::RDS::DBInstance", """{"DeletionProtection": {"Ref": "Unknown"}}""", false)]
    [InlineData("AWS::RDS::DBInstance", """{"DeletionProtection": false}""", false)]
    [InlineData("AWS::RDS::DBInstance", "{}", false)]
    [InlineData("AWS::DynamoDB::Table", """{"DeletionProtectionEnabled": true}""", true)]
    [InlineData("AWS::DynamoDB::Table", """{"DeletionProtection": true}""", false)]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", """{"LoadBalancerAttributes": [{"Key": "deletion_protection.enabled", "Value": {"Ref": "On"}}]}""", true)]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", """{"LoadBalancerAttributes": [{"Key": "idle_timeout.timeout_seconds", "Value": "true"}]}""", false)]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", """{"LoadBalancerAttributes": [{"Key": "idle_timeout.timeout_seconds", "Value": "60"}, {"Key": "deletion_protection.enabled", "Value": "true"}]}""", true)]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", "{}", false)]
    [InlineData("AWS::DynamoDB::Table", """{"DeletionProtectionEnabled": {"Fn::If": ["IsOn", true, false]}}""", true)]
    [InlineData("AWS::DynamoDB::Table", """{"DeletionProtectionEnabled": {"Fn::If": ["IsOn", false, true]}}""", false)]
    [InlineData("AWS::DynamoDB::Table", """{"DeletionProtectionEnabled": {"Fn::If": ["IsOff", false, true]}}""", true)]
    [InlineData("AWS::DynamoDB::Table", """{"DeletionProtectionEnabled": {"Fn::If": ["Unknown", true, false]}}""", false)]
    [InlineData("AWS::SQS::Queue", """{"DeletionProtection": true}""", false)]
    public void Of_Resource_TellsWhetherAwsRefusesToDeleteIt(string type, string properties, bool expected)
    {
        var template = new JsonObject
        {
            ["Conditions"] = JsonNode.Parse("""{"IsOn": {"Fn::Equals": [{"Ref": "On"}, "true"]}, "IsOff": {"Fn::Equals": [{"Ref": "Off"}, "true"]}}"""),
            ["Resources"] = new JsonObject { ["Thing"] = new JsonObject { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) } },
        };
        var stack = new Stack(
            "shop-dev-data", "arn", "CREATE_COMPLETE", null, DateTimeOffset.UnixEpoch, false,
            new Dictionary<string, string>(), new Dictionary<string, string>(),
            new Dictionary<string, string> { ["On"] = "true", ["Off"] = "false" });

        Assert.Equal(expected ? ["Thing"] : [], ProtectedResources.Of(new DeployedStack(stack, template)));
    }
}
