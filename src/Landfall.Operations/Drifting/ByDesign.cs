using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Drifting;

/// <summary>Tells differences that AWS makes because it was told to: they are how the system works, and no drift.</summary>
internal static class ByDesign
{
    /// <summary>Whether a difference is one of those.</summary>
    /// <param name="template">The template of the resource's stack.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="property">What differs.</param>
    /// <returns>True or false.</returns>
    public static bool Is(JsonObject template, ResourceDrift resource, PropertyDrift property) => (resource.Type, property.Path) switch
    {
        // Application Auto Scaling holds the number of tasks of a service that has a target, the night schedule those of the target.
        ("AWS::ECS::Service", "/DesiredCount") => TargetsOf(template, resource).Any(),
        ("AWS::ApplicationAutoScaling::ScalableTarget", "/MinCapacity" or "/MaxCapacity") =>
            template["Resources"]?[resource.LogicalId]?["Properties"]?["ScheduledActions"] is JsonArray { Count: > 0 },

        // ECS moves the weights while traffic shifts, and leaves them where the new version has all.
        ("AWS::ElasticLoadBalancingV2::ListenerRule" or "AWS::ElasticLoadBalancingV2::Listener", var path) => path.EndsWith("/Weight", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The targets that scale a service: each names it, by its reference or as the end of its id.</summary>
    private static IEnumerable<JsonObject> TargetsOf(JsonObject template, ResourceDrift service) =>
        from target in template.OfType("AWS::ApplicationAutoScaling::ScalableTarget")
        let id = target.Entry["Properties"]?["ResourceId"]?.ToJsonString() ?? ""
        where id.Contains($"\"{service.LogicalId}\"", StringComparison.Ordinal) || id.Contains($"/{service.PhysicalId.Split('/')[^1]}\"", StringComparison.Ordinal)
        select target.Entry;
}
