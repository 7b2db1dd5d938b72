using Landfall.Constructs.Traffic;
using static Amazon.CDK.AWS.ApplicationAutoScaling.CfnScalingPolicy;

namespace Landfall.Constructs.Scaling;

/// <summary>Target-tracking configurations.</summary>
internal static class TrackingPolicy
{
    public static TargetTrackingScalingPolicyConfigurationProperty Predefined(string metric, int target) => new()
    {
        TargetValue = target,
        ScaleOutCooldown = 60,
        ScaleInCooldown = 300,
        PredefinedMetricSpecification = new PredefinedMetricSpecificationProperty { PredefinedMetricType = metric },
    };

    /// <summary>
    /// Requests per task and minute. The predefined metric knows one target group; where ECS shifts traffic between two,
    /// the sum of both is right, because the idle one has none.
    /// </summary>
    public static TargetTrackingScalingPolicyConfigurationProperty Requests(Balanced balanced, int target) => Custom(
        target,
        keepsTasks: false,
        string.Join(" + ", balanced.TargetGroups.Select((_, index) => $"FILL(r{index}, 0)")),
        [.. balanced.TargetGroups.Select((group, index) => Metric(
            $"r{index}", "AWS/ApplicationELB", "RequestCountPerTarget", "Sum",
            ("TargetGroup", group), ("LoadBalancer", balanced.LoadBalancer)))]);

    public static TargetTrackingScalingPolicyConfigurationProperty Custom(int target, bool keepsTasks, string expression, params TargetTrackingMetricDataQueryProperty[] metrics) => new()
    {
        TargetValue = target,
        ScaleOutCooldown = 60,
        ScaleInCooldown = 300,
        DisableScaleIn = keepsTasks ? true : null,
        CustomizedMetricSpecification = new CustomizedMetricSpecificationProperty
        {
            Metrics = metrics.Append(new TargetTrackingMetricDataQueryProperty
            {
                Id = "value",
                Expression = expression,
                ReturnData = true,
            }).ToArray<object>(),
        },
    };

    public static TargetTrackingMetricDataQueryProperty Metric(string id, string space, string name, string statistic, params (string Name, string Value)[] dimensions) => new()
    {
        Id = id,
        ReturnData = false,
        MetricStat = new TargetTrackingMetricStatProperty
        {
            Stat = statistic,
            Metric = new TargetTrackingMetricProperty
            {
                Namespace = space,
                MetricName = name,
                Dimensions = dimensions.Select(object (dimension) => new TargetTrackingMetricDimensionProperty
                {
                    Name = dimension.Name,
                    Value = dimension.Value,
                }).ToArray(),
            },
        },
    };
}
