using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Hands a domain name from one CDN distribution to another. CloudFront gives a name to one distribution only
/// (<c>CNAMEAlreadyExists</c>, CloudFront Developer Guide, "Restrictions on using alternate domain names"), so the old one
/// lets go first, in the same operation: the name leads nowhere until the new one is deployed, some minutes later.
/// </summary>
internal static class AliasHandover
{
    private const string Distribution = "AWS::CloudFront::Distribution";

    /// <summary>Orders the hand-over.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="template">The template of the shared pass, which is not changed.</param>
    /// <returns>The template, or a changed copy.</returns>
    public static JsonObject Apply(JsonObject deployed, JsonObject template)
    {
        var moves = Moves(deployed, template).ToList();
        if (moves.Count == 0)
            return template;

        var changed = template.DeepClone().AsObject();
        foreach (var (name, from, to) in moves)
        {
            var resources = changed["Resources"]!;
            if (resources[from] is not JsonObject old)
                continue;
            var aliases = Aliases(old).Where(a => a != name).ToList();
            var config = old["Properties"]!["DistributionConfig"]!.AsObject();
            config["Aliases"] = new JsonArray([.. aliases.Select(a => JsonValue.Create(a))]);
            var waits = resources[to]!["DependsOn"] switch
            {
                JsonArray list => list.Select(d => (string)d!).ToList(),
                JsonValue one => [(string)one!],
                _ => [],
            };
            resources[to]!["DependsOn"] = new JsonArray([.. waits.Append(from).Distinct().Select(d => JsonValue.Create(d))]);
        }

        return changed;
    }

    /// <summary>The names that go from one distribution to another.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="wanted">The wanted one.</param>
    /// <returns>Each name with the logical ids of both.</returns>
    public static IEnumerable<(string Name, string From, string To)> Moves(JsonObject deployed, JsonObject wanted)
    {
        var holders = deployed.OfType(Distribution).SelectMany(d => Aliases(d.Entry).Select(a => (a, d.Id)))
            .GroupBy(h => h.a, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        foreach (var (id, resource) in wanted.OfType(Distribution))
        {
            // A kept distribution still has its old names: they are taken from it, never given to it.
            foreach (var name in Aliases(resource).Where(n => holders.TryGetValue(n, out var from) && from != id))
                yield return (name, holders[name], id);
        }
    }

    private static IEnumerable<string> Aliases(JsonObject distribution) =>
        (distribution["Properties"]?["DistributionConfig"]?["Aliases"] as JsonArray ?? []).OfType<JsonValue>().Select(a => a.ToString());
}
