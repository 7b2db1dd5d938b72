using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Documents;

/// <summary>What a policy is for, in words.</summary>
internal static class ResourceWords
{
    // What the resource's own template calls it.
    private static readonly string[] Names = ["Name", "TableName", "BucketName", "QueueName", "TopicName", "FunctionName", "RoleName", "StateMachineName", "LogGroupName", "RepositoryName", "DBClusterIdentifier"];

    /// <summary>Says what a resource of a policy is.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="node">An ARN, or a part of it that only AWS knows.</param>
    /// <returns>For example <c>dynamodb table/shop-dev-audit</c>.</returns>
    public static string Of(DocumentedEnvironment environment, JsonNode node)
    {
        // The names of pseudo parameters have colons, which would divide the ARN elsewhere.
        var text = Plain(node).Replace("${AWS::Partition}", "aws", StringComparison.Ordinal).Replace("${AWS::Region}", environment.Plan.Region, StringComparison.Ordinal)
            .Replace("${AWS::AccountId}", environment.Plan.Account ?? "ACCOUNT", StringComparison.Ordinal).Replace("${AWS::URLSuffix}", "amazonaws.com", StringComparison.Ordinal);
        if (text == "*")
            return "everything";
        if (!text.StartsWith("arn:", StringComparison.Ordinal) && environment.Find(text) is { } resource)
            return $"{(text.Contains(".MasterUserSecret.", StringComparison.Ordinal) ? "the password of " : "")}{Named(resource)}{After(text)}";

        // arn:partition:service:region:account:resource, which may have colons of its own.
        var parts = text.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" ? $"{parts[2]} {Settled(environment, parts[5])}" : text;
    }

    /// <summary>A value as it stands, also where it is more than a text.</summary>
    /// <param name="node">The value.</param>
    public static string Plain(JsonNode node) => Words.Text(node) ?? node.ToJsonString();

    /// <summary>A resource with its name.</summary>
    /// <param name="resource">The resource.</param>
    public static string Named(EvaluatedResource resource) =>
        $"{Words.Type(resource.Type)} {Names.Select(name => Words.Text(resource.Properties[name])).FirstOrDefault(name => name is not null && !name.Contains("${", StringComparison.Ordinal)) ?? $"{resource.LogicalId} of {resource.Stack}"}";

    private static string Settled(DocumentedEnvironment environment, string text) =>
        text.StartsWith("${", StringComparison.Ordinal) && environment.Find(text) is { } resource ? $"{Named(resource)}{After(text)}" : text;

    /// <summary>What stands behind a token, for example <c>/*</c> for what is in a bucket.</summary>
    private static string After(string text) => text[(text.LastIndexOf('}') + 1)..];
}
