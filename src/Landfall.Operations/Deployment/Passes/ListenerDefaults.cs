using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Keeps a listener redirecting while services move between it and its neighbour: the rules of those that are still on it
/// come before the redirect, and requests for those that have moved, or have not come yet, are led to where they are.
/// </summary>
internal static class ListenerDefaults
{
    private const string Listener = "AWS::ElasticLoadBalancingV2::Listener";

    /// <summary>Puts the deployed redirect back into listeners that lose it.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="template">The template of the shared pass, which is not changed.</param>
    /// <returns>The template, or a changed copy.</returns>
    public static JsonObject Apply(JsonObject deployed, JsonObject template)
    {
        var before = deployed.OfType(Listener).ToDictionary(l => l.Id, l => l.Entry["Properties"]?["DefaultActions"], StringComparer.Ordinal);
        var losing = template.OfType(Listener)
            .Where(l => before.TryGetValue(l.Id, out var old) && Redirects(old) && !Redirects(l.Entry["Properties"]?["DefaultActions"]))
            .Select(l => l.Id).ToList();
        if (losing.Count == 0)
            return template;

        var changed = template.DeepClone().AsObject();
        foreach (var id in losing)
            changed["Resources"]![id]!["Properties"]!["DefaultActions"] = before[id]!.DeepClone();
        return changed;
    }

    private static bool Redirects(JsonNode? actions) =>
        actions is JsonArray list && list.Any(a => (string?)a?["Type"] == "redirect");
}
