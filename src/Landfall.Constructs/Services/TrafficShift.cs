using Amazon.CDK.AWS.IAM;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Tasks;

namespace Landfall.Constructs.Services;

/// <summary>The role with which ECS moves traffic between the two target groups of a service.</summary>
internal static class TrafficShift
{
    public static CfnRole Role(LandfallStack stack, IReadOnlyList<string> rules, IReadOnlyList<string> targetGroups)
    {
        var role = TaskRoles.Role(stack, "TrafficShiftRole", $"Moves the traffic of {stack.Part}", "ecs.amazonaws.com",
        [
            new Statement(
                [
                    "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules",
                    "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
                ],
                ["*"]),
            new Statement(["elasticloadbalancing:ModifyRule"], rules),
            new Statement(
                ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"], targetGroups),
        ],
        "The Describe actions of Elastic Load Balancing take no resource.");

        // Without a condition, as AWS documents it: ECS does not say on whose behalf it comes (Amazon ECS Developer Guide,
        // "Amazon ECS infrastructure IAM role for load balancers").
        role.AssumeRolePolicyDocument = PolicyJson.PlainTrust("ecs.amazonaws.com");
        return role;
    }
}
