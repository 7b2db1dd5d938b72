using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Lets a service that goes from shifted traffic to rolling deployments keep its way behind the load balancer. ECS knows
/// which of the two target groups has the traffic, and goes on with it: "Your existing load balancer configuration will
/// continue to work with rolling deployments" (Amazon ECS Developer Guide, "Updating the deployment strategy from Amazon
/// ECS blue/green to rolling update"). Without that configuration the tasks would go to the first group, and half of the
/// time the traffic to the other.
/// </summary>
internal static class TrafficShifts
{
    /// <summary>Puts the deployed configuration back where it is given up.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks of the assembly.</param>
    /// <returns>The same stacks, some with another template.</returns>
    public static IReadOnlyList<AssemblyStack> Settle(IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted)
    {
        var before = deployed.ToDictionary(d => d.Name, d => d.Template, StringComparer.Ordinal);
        return [.. wanted.Select(s => before.TryGetValue(s.Name, out var template) ? s with { Template = Keep(template, s.Template) } : s)];
    }

    private static JsonObject Keep(JsonObject deployed, JsonObject wanted)
    {
        var kept = wanted;
        foreach (var (id, service) in wanted.OfType("AWS::ECS::Service"))
        {
            if (Balancer(service) is not { } balancer || balancer.ContainsKey("AdvancedConfiguration")
                || Balancer(deployed["Resources"]?[id] as JsonObject) is not { } before || before["AdvancedConfiguration"] is not JsonObject shift

                // It goes to another load balancer, and gets target groups of that one.
                || !JsonNode.DeepEquals(before["TargetGroupArn"], balancer["TargetGroupArn"]))
            {
                continue;
            }

            kept = ReferenceEquals(kept, wanted) ? wanted.DeepClone().AsObject() : kept;
            Balancer(kept["Resources"]![id]!.AsObject())!["AdvancedConfiguration"] = shift.DeepClone();
            AddMissing(deployed, kept, shift);
        }

        return kept;
    }

    private static JsonObject? Balancer(JsonObject? service) => service?["Properties"]?["LoadBalancers"] is JsonArray { Count: 1 } one ? one[0] as JsonObject : null;

    /// <summary>Adds what a value refers to and the wanted template lacks: the role that shifts traffic.</summary>
    private static void AddMissing(JsonObject deployed, JsonObject kept, JsonNode value)
    {
        var resources = kept["Resources"]!.AsObject();
        foreach (var id in TemplateParts.References(value).Distinct().Where(id => !resources.ContainsKey(id)))
        {
            if (deployed["Resources"]?[id] is not { } resource)
                continue;
            resources[id] = resource.DeepClone();
            AddMissing(deployed, kept, resource);
        }
    }
}
