using Amazon.CDK.AWS.ApplicationAutoScaling;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.ApplicationAutoScaling.CfnScalingPolicy;

namespace Landfall.Constructs.Scaling;

/// <summary>Scaling policies of a service's scalable target.</summary>
internal static class Policies
{
    public static void Track(LandfallStack stack, string service, string id, string target, TargetTrackingScalingPolicyConfigurationProperty configuration) =>
        _ = new CfnScalingPolicy(stack, $"Scale{id}", new CfnScalingPolicyProps
        {
            PolicyName = Name(stack, service, id),
            PolicyType = "TargetTrackingScaling",
            ScalingTargetId = target,
            TargetTrackingScalingPolicyConfiguration = configuration,
        });

    /// <summary>A step policy; an alarm starts it with the returned ARN.</summary>
    public static string Step(LandfallStack stack, string service, string id, string target, string adjustment, int cooldown, params object[] steps) =>
        new CfnScalingPolicy(stack, $"Scale{id}", new CfnScalingPolicyProps
        {
            PolicyName = Name(stack, service, id),
            PolicyType = "StepScaling",
            ScalingTargetId = target,
            StepScalingPolicyConfiguration = new StepScalingPolicyConfigurationProperty
            {
                AdjustmentType = adjustment,
                Cooldown = cooldown,
                MetricAggregationType = "Maximum",
                StepAdjustments = steps,
            },
        }).Ref;

    private static string Name(LandfallStack stack, string service, string id) =>
        $"{stack.Plan.Prefix}-{service}-{id.ToLowerInvariant()}";
}
