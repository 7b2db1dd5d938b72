using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Rules;

/// <summary>A bucket's lifecycle rule: which objects, and when what happens to them.</summary>
/// <param name="Scope">The filter, as JSON; two rules with the same one are about the same objects.</param>
/// <param name="Where">The filter for people, with a space before it; empty for all objects.</param>
/// <param name="Deletions">What is deleted after how many days.</param>
/// <param name="Archives">What is archived after how many days, where it cannot be read at once.</param>
internal sealed record LifecycleRule(
    string Scope, string Where, IReadOnlyDictionary<string, int> Deletions, IReadOnlyDictionary<string, int> Archives)
{
    /// <summary>What versions of objects that are no longer the newest are called.</summary>
    public const string Earlier = "earlier versions";

    private static readonly string[] Slow = ["GLACIER", "DEEP_ARCHIVE", "Glacier"];

    /// <summary>Finds what a new configuration does sooner than an earlier one, or at all.</summary>
    /// <param name="before">The earlier configuration.</param>
    /// <param name="after">The new one.</param>
    /// <param name="times">Which times are meant.</param>
    /// <returns>The rule, and what it does, in words.</returns>
    public static IEnumerable<(LifecycleRule Rule, string Sooner)> Sooner(
        JsonNode? before, JsonNode? after, Func<LifecycleRule, IReadOnlyDictionary<string, int>> times)
    {
        var earlier = Read(before).ToList();
        foreach (var rule in Read(after))
        {
            foreach (var (what, days) in times(rule))
            {
                // A rule about all objects covers one about some of them.
                var known = earlier.Where(e => e.Scope == rule.Scope || e.Where.Length == 0)
                    .Select(e => times(e).TryGetValue(what, out var d) ? d : (int?)null).Min();
                if (known is null || days < known)
                    yield return (rule, known is null ? $"{what} after {days} days" : $"{what} after {days} days instead of {known}");
            }
        }
    }

    private static IEnumerable<LifecycleRule> Read(JsonNode? configuration) =>
        (configuration?["Rules"] as JsonArray ?? []).OfType<JsonObject>().Where(r => Scalars.Text(r["Status"]) == "Enabled").Select(Read);

    private static LifecycleRule Read(JsonObject rule)
    {
        var filter = new[] { "Prefix", "TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan" }
            .Where(k => rule[k] is not null && Scalars.Text(rule[k]) != "").Select(k => $"{k} {rule[k]!.ToJsonString()}").ToList();
        var deletions = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Add(deletions, "objects", rule["ExpirationInDays"]);
        if (rule["ExpirationDate"] is not null)
            deletions["objects"] = 0;
        Add(deletions, Earlier, rule["NoncurrentVersionExpirationInDays"] ?? rule["NoncurrentVersionExpiration"]?["NoncurrentDays"]);
        if (Scalars.Number(rule["NoncurrentVersionExpiration"]?["NewerNoncurrentVersions"]) is { } kept)
            deletions["all but the newest " + Earlier] = kept;

        var archives = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var transition in Transitions(rule, "Transition").Where(IsSlow))
            Add(archives, "objects", transition["TransitionInDays"]);
        foreach (var transition in Transitions(rule, "NoncurrentVersionTransition").Where(IsSlow))
            Add(archives, Earlier, transition["TransitionInDays"]);
        return new LifecycleRule(string.Join(';', filter), filter.Count == 0 ? "" : $" ({string.Join(", ", filter)})", deletions, archives);
    }

    private static IEnumerable<JsonNode> Transitions(JsonObject rule, string key) =>
        (rule[key + "s"] as JsonArray ?? []).OfType<JsonNode>().Concat(rule[key] is { } one ? [one] : []);

    private static bool IsSlow(JsonNode transition) => Slow.Contains(Scalars.Text(transition["StorageClass"]));

    private static void Add(SortedDictionary<string, int> times, string what, JsonNode? days)
    {
        if (Scalars.Number(days) is { } number)
            times[what] = number;
    }
}
