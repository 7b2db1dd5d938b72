using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Protection;

/// <summary>Finds the resources of a deployed stack that AWS refuses to delete.</summary>
internal static class ProtectedResources
{
    /// <summary>Finds them in the template that a stack was deployed with.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>Their logical ids.</returns>
    public static IReadOnlySet<string> Of(DeployedStack stack) =>
        (stack.Template["Resources"] as JsonObject ?? [])
            .Where(r => r.Value?["Properties"] is JsonObject properties && IsProtected((string?)r.Value["Type"], properties, stack))
            .Select(r => r.Key).ToHashSet(StringComparer.Ordinal);

    private static bool IsProtected(string? type, JsonObject properties, DeployedStack stack) => type switch
    {
        "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" => IsOn(properties["DeletionProtection"], stack),
        "AWS::DynamoDB::Table" => IsOn(properties["DeletionProtectionEnabled"], stack),
        "AWS::ElasticLoadBalancingV2::LoadBalancer" => (properties["LoadBalancerAttributes"] as JsonArray ?? [])
            .Any(a => (string?)a!["Key"] == "deletion_protection.enabled" && IsOn(a["Value"], stack)),
        _ => false,
    };

    /// <summary>A truth value as templates spell it, or the parameter that has it.</summary>
    private static bool IsOn(JsonNode? value, DeployedStack stack) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => (string?)value == "true",
        JsonValueKind.Object when (string?)value["Ref"] is { } parameter => stack.Stack.Parameters.GetValueOrDefault(parameter) == "true",
        JsonValueKind.Object when value["Fn::If"] is JsonArray { Count: 3 } choice => IsOn(choice[Holds(choice[0], stack) ? 1 : 2], stack),
        _ => false,
    };

    /// <summary>Whether a condition holds that compares a parameter with <c>true</c>, as Landfall's do.</summary>
    private static bool Holds(JsonNode? condition, DeployedStack stack) =>
        stack.Template["Conditions"]?[(string)condition!]?["Fn::Equals"] is JsonArray { Count: 2 } sides && IsOn(sides[0], stack) && IsOn(sides[1], stack);
}
