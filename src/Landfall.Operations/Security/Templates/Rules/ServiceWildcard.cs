using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Every action of a service on everything.</summary>
internal sealed class ServiceWildcard() : PrincipalRule(new(
    "aws-iam-service-wildcard", "A policy allows all of a service on everything", Severity.High, "AWS FSBP IAM.21",
    "It allows also to delete, to open up and to give away what was never meant.",
    "List the actions that are needed, and the resources."))
{
    // What tasks and functions need of services whose actions know no resources, in AWS's own words: the managed policy
    // AWSXRayDaemonWriteAccess, and https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html for ECS Exec.
    private static readonly Dictionary<string, string[]> Narrower = new(StringComparer.OrdinalIgnoreCase)
    {
        ["xray:*"] = ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"],
        ["ssmmessages:*"] = ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
    };

    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) => statement.OnEverything && statement.Actions.Any(action => action.EndsWith(":*", StringComparison.Ordinal) && action != "*:*");

    /// <inheritdoc />
    protected override IReadOnlyList<Edit> Fix(PolicyStatement statement)
    {
        if (statement.Body is not MapNode map || map.Find("Action")?.Value is not { } action || !statement.Actions.All(one => !one.EndsWith('*') || Narrower.ContainsKey(one)))
            return [];
        List<string> actions = [.. statement.Actions.SelectMany(one => Narrower.GetValueOrDefault(one, [one])).Distinct()];
        return action is ScalarNode or ListNode && statement.Actions.Count > 0 ? [new SetValue(map, ["Action"], new JsonArray([.. actions.Select(one => (JsonNode)one)]))] : [];
    }
}
