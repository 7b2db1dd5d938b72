using Landfall.Config.Plan;

namespace Landfall.Constructs.Foundation;

/// <summary>The CDK context of an app: what look-ups would find, and the flags that new CDK projects start with.</summary>
internal static class AppFlags
{
    private static readonly string[] Flags =
    [
        "@aws-cdk/aws-iam:minimizePolicies",
        "@aws-cdk/core:checkSecretUsage",
        "@aws-cdk/core:explicitStackTags",
        "@aws-cdk/core:validateAgainstDefaultRules",
        "@aws-cdk/aws-ecs:arnFormatIncludesClusterName",
        "@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker",
        "@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm",
        "@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions",
        "@aws-cdk/aws-ec2:restrictDefaultSecurityGroup",
        "@aws-cdk/aws-elasticloadbalancingV2:networkLoadBalancerWithSecurityGroupByDefault",
        "@aws-cdk/aws-rds:databaseProxyUniqueResourceName",
        "@aws-cdk/aws-s3:createDefaultLoggingPolicy",
    ];

    public static Dictionary<string, object> For(AppPlan plan)
    {
        var context = Flags.ToDictionary(flag => flag, object (_) => true, StringComparer.Ordinal);
        if (plan.Account is { } account)
        {
            context[$"availability-zones:account={account}:region={plan.Region}"] = plan.Network.Zones.ToArray();
        }

        return context;
    }
}
