using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>Requests that a listener rule forwards.</summary>
/// <param name="Host">The host name, or null for every one.</param>
/// <param name="Path">The pattern of the path, or null for every one.</param>
internal sealed record ServedPath(string? Host, string? Path)
{
    /// <summary>Finds what a stack's rules forward.</summary>
    /// <param name="template">Its template.</param>
    /// <returns>The requests.</returns>
    public static IReadOnlySet<ServedPath> In(JsonObject template) =>
        (from rule in template.OfType("AWS::ElasticLoadBalancingV2::ListenerRule")
         let conditions = (rule.Entry["Properties"]?["Conditions"] as JsonArray ?? []).OfType<JsonObject>().ToList()
         from host in Values(conditions, "host-header", "HostHeaderConfig")
         from path in Values(conditions, "path-pattern", "PathPatternConfig")
         select new ServedPath(host, path)).ToHashSet();

    /// <summary>Whether a rule for this forwards other requests, too.</summary>
    /// <param name="other">The other requests.</param>
    /// <returns>True when it does; false where only Elastic Load Balancing could tell.</returns>
    public bool Covers(ServedPath other) =>
        (Host is null || Host == other.Host)
        && (Path is null or "/*" or "*" || Path == other.Path || (Path.EndsWith("/*", StringComparison.Ordinal) && other.Path?.StartsWith(Path[..^1], StringComparison.Ordinal) == true));

    private static IEnumerable<string?> Values(List<JsonObject> conditions, string field, string config)
    {
        var found = conditions.Where(c => (string?)c["Field"] == field).SelectMany(c => (c[config]?["Values"] ?? c["Values"]) as JsonArray ?? [])
            .Select(string? (v) => TemplateParts.Literal(v) ?? v!.ToJsonString()).ToList();
        return found.Count > 0 ? found : new string?[] { null };
    }
}
