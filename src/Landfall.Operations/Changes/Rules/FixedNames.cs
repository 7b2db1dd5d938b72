using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Names that a template gives instead of AWS: only one resource can have each.</summary>
internal static class FixedNames
{
    // Types whose names may be given twice, or mean nothing to AWS: they are told apart by an id of AWS's.
    private static readonly string[] NotUnique =
    [
        "AWS::Route53::RecordSet", "AWS::EC2::EIP", "AWS::ECS::TaskDefinition", "AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient",
        "AWS::EC2::VPCGatewayAttachment", "AWS::EC2::Route", "AWS::Lambda::LayerVersion", "AWS::ApplicationAutoScaling::ScalingPolicy",
        "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api", "AWS::KMS::Key",
    ];

    // Names that are unique although AWS tells the resources apart by something else.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["AWS::SQS::Queue"] = "QueueName",
        ["AWS::SecretsManager::Secret"] = "Name",
        ["AWS::SNS::Topic"] = "TopicName",
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = "Name",
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = "Name",
        ["AWS::EC2::SecurityGroup"] = "GroupName",
        ["AWS::StepFunctions::StateMachine"] = "StateMachineName",
        ["AWS::IAM::ManagedPolicy"] = "ManagedPolicyName",
        ["AWS::CloudFront::OriginAccessControl"] = "OriginAccessControlConfig/Name",
        ["AWS::CloudFront::ResponseHeadersPolicy"] = "ResponseHeadersPolicyConfig/Name",
        ["AWS::CloudFront::CachePolicy"] = "CachePolicyConfig/Name",
        ["AWS::CloudFront::OriginRequestPolicy"] = "OriginRequestPolicyConfig/Name",
        ["AWS::CloudFront::Function"] = "Name",
    };

    /// <summary>Finds a name that a resource has and that its replacement would have.</summary>
    /// <param name="resource">A resource that is replaced.</param>
    /// <returns>The name; null where AWS gives names, or the new one has another.</returns>
    public static string? Unchanged(ComparedResource resource)
    {
        // A name within something else, as a service's within its cluster, is another one when that changes.
        return Properties(resource.Type).Any(i => !JsonNode.DeepEquals(resource.Was(i), resource.Is(i))) ? null : Of(resource);
    }

    /// <summary>Finds the name that a template gives a resource.</summary>
    /// <param name="resource">A resource that is wanted.</param>
    /// <returns>The name; null where AWS gives it.</returns>
    public static string? Of(ComparedResource resource) => Of(resource.Type, resource.IsText);

    /// <summary>Finds the name that a template gave a resource.</summary>
    /// <param name="resource">A resource that runs.</param>
    /// <returns>The name; null where AWS gave it.</returns>
    public static string? OfRunning(ComparedResource resource) => Of(resource.Type, resource.WasText);

    private static string? Of(string type, Func<string, string?> property)
    {
        if (NotUnique.Contains(type) || Properties(type) is not { Count: > 0 } properties)
            return null;
        var names = properties.Select(property).ToList();
        return names.Any(n => n is null || n.Contains("${", StringComparison.Ordinal)) ? null : string.Join(", ", names);
    }

    /// <summary>Gives the properties that make up a type's unique name.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The properties; none where AWS makes it up.</returns>
    public static IReadOnlyList<string> Properties(string type)
    {
        if (type == "AWS::ECS::Service")
            return ["Cluster", "ServiceName"];
        if (Others.TryGetValue(type, out var name))
            return [name];
        var known = PropertyTable.Of(type);
        return known is null || known.PrimaryIdentifier.Any(p => known.ReadOnly.Contains(p)) ? [] : known.PrimaryIdentifier;
    }
}
