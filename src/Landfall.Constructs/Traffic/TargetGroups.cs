using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Traffic;

/// <summary>Target groups of a load-balanced service.</summary>
internal static class TargetGroups
{
    public static CfnTargetGroup Create(LandfallStack stack, string id, int port, HealthCheckPlan health) =>
        new(stack, id, new CfnTargetGroupProps
        {
            Port = port,
            Protocol = "HTTP",
            TargetType = "ip",
            VpcId = stack.Read(NetworkValues.VpcId),
            HealthCheckPath = health.Path,
            HealthCheckIntervalSeconds = health.Interval.TotalSeconds,
            HealthCheckTimeoutSeconds = health.Timeout.TotalSeconds,
            HealthyThresholdCount = health.HealthyThreshold,
            UnhealthyThresholdCount = health.UnhealthyThreshold,
            Matcher = new CfnTargetGroup.MatcherProperty { HttpCode = health.Codes },
            TargetGroupAttributes = new object[]
            {
                new CfnTargetGroup.TargetGroupAttributeProperty { Key = "deregistration_delay.timeout_seconds", Value = "30" },
                new CfnTargetGroup.TargetGroupAttributeProperty { Key = "stickiness.enabled", Value = "false" },
            },
        });
}
