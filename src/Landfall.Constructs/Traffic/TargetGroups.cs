using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Traffic;

/// <summary>Target groups of a load-balanced service.</summary>
internal static class TargetGroups
{
    // Each task is registered with the port of its container, which overrides this one, and health checks go there too
    // (Elastic Load Balancing User Guide, "Target groups": "unless you specify another port number when you register the
    // target"). Were it the service's port, a changed port would replace the group by an empty one.
    private const int AnyPort = 80;

    public static CfnTargetGroup Create(LandfallStack stack, string id, HealthCheckPlan health, PortProtocol protocol) =>
        new(stack, id, new CfnTargetGroupProps
        {
            Port = AnyPort,
            Protocol = "HTTP",
            TargetType = "ip",

            // Left out, it is HTTP1; to write that would replace groups that have been made without.
            ProtocolVersion = protocol switch { PortProtocol.Grpc => "GRPC", PortProtocol.Http2 => "HTTP2", _ => null },
            VpcId = stack.Read(NetworkValues.VpcId),
            HealthCheckPath = health.Path,
            HealthCheckIntervalSeconds = health.Interval.TotalSeconds,
            HealthCheckTimeoutSeconds = health.Timeout.TotalSeconds,
            HealthyThresholdCount = health.HealthyThreshold,
            UnhealthyThresholdCount = health.UnhealthyThreshold,
            Matcher = protocol == PortProtocol.Grpc
                ? new CfnTargetGroup.MatcherProperty { GrpcCode = health.Codes }
                : new CfnTargetGroup.MatcherProperty { HttpCode = health.Codes },
            TargetGroupAttributes = new object[]
            {
                new CfnTargetGroup.TargetGroupAttributeProperty { Key = "deregistration_delay.timeout_seconds", Value = "30" },
                new CfnTargetGroup.TargetGroupAttributeProperty { Key = "stickiness.enabled", Value = "false" },
            },
        });
}
