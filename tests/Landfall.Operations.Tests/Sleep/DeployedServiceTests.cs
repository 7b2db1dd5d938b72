using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Sleep;

namespace Landfall.Operations.Tests.Sleep;

public sealed class DeployedServiceTests
{
    [Fact]
    public void In_ServicesWithAndWithoutLimits_GivesWhatTheyRunByDay()
    {
        var services = DeployedService.In(
        [
            Stack("""
                { "Resources": {
                  "S": { "Type": "AWS::ECS::Service", "Properties": { "Cluster": "shop-dev", "ServiceName": "web", "DesiredCount": 3 } },
                  "T": { "Type": "AWS::ApplicationAutoScaling::ScalableTarget", "Properties": { "ResourceId": "service/shop-dev/other", "MinCapacity": 7, "MaxCapacity": 8 } } } }
                """),
            Stack("""
                { "Resources": {
                  "S": { "Type": "AWS::ECS::Service", "Properties": { "Cluster": "shop-dev", "ServiceName": "api" } },
                  "T": { "Type": "AWS::ApplicationAutoScaling::ScalableTarget", "Properties": { "ResourceId": "service/shop-dev/api", "MinCapacity": 0, "MaxCapacity": 4 } } } }
                """),
        ]);

        Assert.Equal([new DeployedService("shop-dev", "api", 0, 4, HasLimits: true), new DeployedService("shop-dev", "web", 3, 3, HasLimits: false)], services);
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/dev/api@sha256:00", 1)]
    public void In_ServiceWhoseImageIsReleased_RunsNothingBefore(string image, int services)
    {
        var stack = Stack("""
            { "Parameters": { "Image": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/dev/services/api/image" } },
              "Conditions": { "NoImage": { "Fn::Equals": [{ "Ref": "Image" }, "none"] } },
              "Resources": {
                "S": { "Type": "AWS::ECS::Service", "Properties": { "Cluster": "shop-dev", "ServiceName": "api", "DesiredCount": { "Fn::If": ["NoImage", 0, { "Ref": "AWS::NoValue" }] } } },
                "T": { "Type": "AWS::ApplicationAutoScaling::ScalableTarget", "Properties": { "ResourceId": "service/shop-dev/api", "MinCapacity": { "Fn::If": ["NoImage", 0, 2] }, "MaxCapacity": { "Fn::If": ["NoImage", 0, 4] } } } } }
            """);

        var found = DeployedService.In([stack with { Stack = stack.Stack with { Parameters = new Dictionary<string, string> { ["Image"] = image } } }]);

        Assert.Equal(Enumerable.Repeat(new DeployedService("shop-dev", "api", 2, 4, HasLimits: true), services), found);
    }

    [Theory]
    [InlineData("""{ "Cluster": "shop-dev", "ServiceName": "load", "DesiredCount": 0 }""")]
    [InlineData("""{ "Cluster": "shop-dev", "DesiredCount": 2 }""")]
    [InlineData("""{ "Cluster": { "Ref": "C" }, "ServiceName": "own", "DesiredCount": 2 }""")]
    public void In_ServiceThatIsOffOrNotLandfalls_IsLeftAlone(string properties) =>
        Assert.Empty(DeployedService.In([Stack($$"""{ "Resources": { "S": { "Type": "AWS::ECS::Service", "Properties": {{properties}} } } }""")]));

    private static DeployedStack Stack(string template) => new(
        new Stack("shop-dev-x", "arn", "CREATE_COMPLETE", null, DateTimeOffset.UnixEpoch, false, new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>()),
        JsonNode.Parse(template)!.AsObject());
}
