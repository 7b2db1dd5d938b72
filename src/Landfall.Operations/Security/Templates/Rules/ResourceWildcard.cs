using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Actions that change something, on every resource.</summary>
internal sealed class ResourceWildcard() : PrincipalRule(new(
    "aws-iam-resource-wildcard", "A policy allows changes to every resource", Severity.Low, "AWS Well-Architected SEC03-BP02",
    "It reaches also what belongs to others in the account.",
    "Name the resources, or bound them by a condition."))
{
    private static readonly string[] Reading = ["Describe", "List", "Get", "BatchGet", "Lookup", "View", "Search", "Query", "Check", "Simulate"];

    // Services that know no resources for these actions (https://docs.aws.amazon.com/service-authorization/latest/reference/).
    private static readonly string[] Unbound = ["xray:", "ssmmessages:", "ec2messages:", "cloudwatch:Put", "logs:CreateLogDelivery", "sts:GetCallerIdentity", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses", "application-autoscaling:"];

    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) =>
        statement.OnEverything && !statement.HasCondition && !statement.Actions.Any(action => action.EndsWith('*') && action.Split(':')[^1] == "*")
        && statement.Actions.Any(action => action.Split(':') is [_, var name] && !Reading.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)) && !Unbound.Any(begin => action.StartsWith(begin, StringComparison.Ordinal)));
}
