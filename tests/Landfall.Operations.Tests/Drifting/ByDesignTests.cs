using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Drifting;

namespace Landfall.Operations.Tests.Drifting;

public sealed class ByDesignTests
{
    private const string Scaled = """{"Resources":{"T":{"Type":"AWS::ApplicationAutoScaling::ScalableTarget","Properties":{"ResourceId":{"Fn::Join":["",["service/shop/",{"Fn::GetAtt":["R","Name"]}]]}}}}}""";
    private const string Slept = """{"Resources":{"R":{"Type":"AWS::ApplicationAutoScaling::ScalableTarget","Properties":{"ScheduledActions":[{"Schedule":"s"}]}}}}""";
    private const string OtherScaled = """{"Resources":{"T":{"Type":"AWS::ApplicationAutoScaling::ScalableTarget","Properties":{"ResourceId":"service/shop/other"}}}}""";

    [Theory]
    [InlineData("AWS::ECS::Service", "/DesiredCount", Scaled, true)]
    [InlineData("AWS::ECS::Service", "/DesiredCount", OtherScaled, false)]
    [InlineData("AWS::ECS::Service", "/DesiredCount", "{}", false)]
    [InlineData("AWS::ECS::Service", "/TaskDefinition", Scaled, false)]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", "/MinCapacity", Slept, true)]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", "/MaxCapacity", Scaled, false)]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", "/RoleARN", Slept, false)]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", "/Actions/0/ForwardConfig/TargetGroups/1/Weight", "{}", true)]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", "/Actions/0/ForwardConfig/TargetGroups/1/TargetGroupArn", "{}", false)]
    [InlineData("AWS::Route53::RecordSet", "/Weight", "{}", false)]
    public void Is_Difference_IsByDesignOnlyWhereAwsWasToldTo(string type, string path, string template, bool expected)
    {
        var property = new PropertyDrift(path, "NOT_EQUAL", "1", "2");

        Assert.Equal(expected, ByDesign.Is(JsonNode.Parse(template)!.AsObject(), new ResourceDrift("R", "arn:x:service/shop/api", type, "MODIFIED", null, [property]), property));
    }
}
