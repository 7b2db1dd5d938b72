using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.ECS;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Scaling;

/// <summary>Makes the number of a service's tasks follow demand and the clock.</summary>
internal static class ServiceScaling
{
    /// <summary>A service that is switched off stays at zero, by night as by day.</summary>
    public static bool IsNeeded(AppPlan plan, ScalePlan scale) =>
        scale.Max > 0 && (plan.NightSchedule is not null || scale.Min != scale.Max || scale.Schedules.Count > 0);

    public static void Add(LandfallStack stack, string service, ScalePlan scale, CfnService ecs, Balanced? balanced)
    {
        if (!IsNeeded(stack.Plan, scale))
        {
            return;
        }

        var target = new CfnScalableTarget(stack, "ScalableTarget", new CfnScalableTargetProps
        {
            ServiceNamespace = "ecs",
            ScalableDimension = "ecs:service:DesiredCount",
            ResourceId = $"service/{stack.Names.Cluster}/{service}",
            MinCapacity = scale.Min,
            MaxCapacity = scale.Max,
            RoleArn = Role(stack.Names),
            ScheduledActions = ScheduledActions.Of(stack.Plan.NightSchedule, scale),
        });
        AwaitedImage.Hold(stack, target, scale, ScheduledActions.Limits(stack.Plan.NightSchedule, scale));
        target.AddResourceDependency(ecs);
        var targetId = target.Ref;
        if (scale.Cpu is { } cpu)
        {
            Track("Cpu", TrackingPolicy.Predefined("ECSServiceAverageCPUUtilization", cpu));
        }

        if (scale.Memory is { } memory)
        {
            Track("Memory", TrackingPolicy.Predefined("ECSServiceAverageMemoryUtilization", memory));
        }

        if (scale.Requests is { } requests && balanced is not null)
        {
            Track("Requests", TrackingPolicy.Requests(balanced, requests));
        }

        if (stack.Plan.Services.FirstOrDefault(other => other.Name == service) is WorkerServicePlan worker)
        {
            WorkerScaling.Add(stack, worker, targetId);
        }

        void Track(string id, CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty configuration) =>
            Policies.Track(stack, service, id, targetId, configuration);
    }

    /// <summary>
    /// The role that scales, which Application Auto Scaling takes by itself and some regions want to be told (user guide,
    /// "Service-linked roles for Application Auto Scaling").
    /// </summary>
    private static string? Role(ResourceNames names) =>
        names.Region.Needs("AWS::ApplicationAutoScaling::ScalableTarget", "RoleARN")
            ? $"arn:{names.Partition}:iam::{names.Account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService"
            : null;
}
