using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>Finds statements of roles that allow every action, or an action on every resource, without a known reason.</summary>
internal static class Wildcards
{
    // Actions for which IAM knows no resource (Service Authorization Reference).
    private static readonly HashSet<string> WithoutResource = new(StringComparer.Ordinal)
    {
        "ecr:GetAuthorizationToken",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
        "ecs:ListTasks", // limited to the cluster by a condition
        "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    };

    public static IEnumerable<string> Unexplained(TemplateSet templates, AppPlan plan)
    {
        // The roles of a site's upload function are the CDK's own.
        var sites = plan.Services.OfType<SiteServicePlan>().Select(site => $"{plan.Prefix}-{site.Name}").ToHashSet(StringComparer.Ordinal);
        return
            from role in templates.OfType("AWS::IAM::Role")
            where !sites.Contains(role.Stack)
            from policy in role.Properties["Policies"]?.AsArray() ?? []
            from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
            from action in templates.Texts(role.Stack, statement!["Action"])
            from resource in templates.Texts(role.Stack, statement["Resource"])
            where action.Contains('*', StringComparison.Ordinal) || (resource == "*" && !WithoutResource.Contains(action))
            select $"{role.Stack} {role.Id}: {action} on {resource}";
    }
}
