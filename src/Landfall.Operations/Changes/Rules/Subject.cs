using System.Text.RegularExpressions;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>How people call a resource: its kind, and the name that it has in AWS or in its template.</summary>
internal static partial class Subject
{
    private static readonly string[] Names =
    [
        "TableName", "BucketName", "QueueName", "ServiceName", "DBClusterIdentifier", "DBInstanceIdentifier", "LogGroupName", "RepositoryName",
        "UserPoolName", "StateMachineName", "FunctionName", "TopicName", "RoleName", "ClusterName", "AlarmName", "Name",
    ];

    /// <summary>Names a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>For example <c>table shop-prod-audit</c>.</returns>
    public static string Of(ComparedResource resource) => $"{ResourceKinds.Of(resource).Noun} {NameOf(resource)}";

    /// <summary>Writes an evaluated value for people: a token becomes the resource's name.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string Plain(string value) => Tokens().Replace(value, match => match.Groups["name"].Value);

    private static string NameOf(ComparedResource resource)
    {
        var instance = resource.Type == "AWS::RDS::DBInstance";
        var name = Names.Where(n => !(instance && n == "DBClusterIdentifier"))
            .Select(n => resource.WasText(n) ?? resource.IsText(n)).FirstOrDefault(n => n is not null && !n.Contains("${", StringComparison.Ordinal));
        return name ?? resource.LogicalId;
    }

    // An ARN or an id stands for the thing itself.
    [GeneratedRegex(@"\$\{(perhaps new |new )?(?<name>[^/}]+/[^}]+?)(\.(Arn|GroupId|Id))?\}")]
    private static partial Regex Tokens();
}
