using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>What the firewall lets through and what it stops.</summary>
internal static class FirewallRules
{
    private const string Topic = "The firewall";
    private const string Page = "AWS WAF, Web ACL rules";
    private const string Acl = "AWS::WAFv2::WebACL";
    private const string Association = "AWS::WAFv2::WebACLAssociation";
    private const string Distribution = "AWS::CloudFront::Distribution";
    private const string OfDistribution = "DistributionConfig/WebACLId";
    private static readonly string[] Types = [Acl, Association, Distribution];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`firewall`, removed, with fewer rules or a higher `rateLimit`", EffectKind.Network, "Requests come through that it stopped.", Page, Types, Opens),
        new(Topic, "`firewall`, new, with more rules or a lower `rateLimit`", EffectKind.Interrupts, "Requests may be refused that were answered, large uploads for one.",
            "AWS WAF, Baseline rule groups (\"SizeRestrictions_BODY\"); Rate-based rule statement", Types, Stops),
    ];

    private static IEnumerable<Finding> Opens(ComparedResource resource, EnvironmentComparison environment)
    {
        var runs = environment.Stacks.All(s => s.Name != resource.Stack || s.Action != StackAction.Delete);
        if (resource.Type == Association && resource.Action == ResourceAction.Delete && runs)
            yield return new Finding($"The firewall is taken from {Subject.Plain(resource.WasText("ResourceArn") ?? "what it guards")}: requests come through that it stopped.");
        if (resource.Action != ResourceAction.Modify)
            yield break;
        if (resource.Type == Distribution && resource.Was(OfDistribution) is not null && resource.Is(OfDistribution) is null)
            yield return new Finding($"The firewall is taken from the {Subject.Of(resource)}: requests come through that it stopped.");
        if (resource.Type != Acl)
            yield break;
        var (before, after) = (Rules(resource.Was("Rules")), Rules(resource.Is("Rules")));
        var lost = before.Keys.Except(after.Keys).ToList();
        if (lost.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} no longer has the rules {string.Join(", ", lost)}: requests come through that they stopped.");
        foreach (var (name, rule) in after)
        {
            if (!before.TryGetValue(name, out var earlier))
                continue;
            if (Limit(rule) > Limit(earlier))
                yield return new Finding($"The rule {name} of the {Subject.Of(resource)} stops an address after {Limit(rule)} requests instead of {Limit(earlier)}.");
            if (!JsonNode.DeepEquals(WithoutLimit(rule), WithoutLimit(earlier)))
                yield return new Finding($"The rule {name} of the {Subject.Of(resource)} is another one: requests may come through that it stopped.") { Certainty = Certainty.Possible };
        }

        if (resource.Was("DefaultAction/Block") is not null && resource.Is("DefaultAction/Block") is null)
            yield return new Finding($"The {Subject.Of(resource)} lets through what no rule stops.");
    }

    private static IEnumerable<Finding> Stops(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Type == Association && resource.Action == ResourceAction.Add && resource.IsText("ResourceArn") is { } guarded)
        {
            yield return new Finding($"A firewall stands before {Subject.Plain(guarded)}: requests that its rules stop are refused.")
            {
                Certainty = Certainty.Possible,
                Harms = !Token.In(guarded).Any(t => environment.Resources.Any(r => r.Stack == t.Stack && r.LogicalId == t.LogicalId && r.Action == ResourceAction.Add)),
            };
        }

        if (resource.Action != ResourceAction.Modify)
            yield break;
        if (resource.Type == Distribution && resource.Was(OfDistribution) is null && resource.Is(OfDistribution) is not null)
            yield return new Finding($"A firewall stands before the {Subject.Of(resource)}: requests that its rules stop are refused.") { Certainty = Certainty.Possible };
        if (resource.Type != Acl)
            yield break;
        var (before, after) = (Rules(resource.Was("Rules")), Rules(resource.Is("Rules")));
        var more = after.Keys.Except(before.Keys).ToList();
        if (more.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} has the rules {string.Join(", ", more)}, too: requests that they stop are refused.") { Certainty = Certainty.Possible };
        foreach (var (name, rule) in after.Where(r => before.TryGetValue(r.Key, out var earlier) && Limit(r.Value) < Limit(earlier)))
            yield return new Finding($"The rule {name} of the {Subject.Of(resource)} stops an address after {Limit(rule)} requests instead of {Limit(before[name])}.") { Certainty = Certainty.Possible };
        if (resource.Was("DefaultAction/Allow") is not null && resource.Is("DefaultAction/Block") is not null)
            yield return new Finding($"The {Subject.Of(resource)} stops what no rule lets through.");
    }

    private static SortedDictionary<string, JsonNode> Rules(JsonNode? rules)
    {
        var found = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var rule in (rules as JsonArray ?? []).OfType<JsonNode>())
            found[Scalars.Text(rule["Name"]) ?? ""] = rule;
        return found;
    }

    private static int? Limit(JsonNode rule) => Scalars.Number(rule["Statement"]?["RateBasedStatement"]?["Limit"]);

    private static JsonNode WithoutLimit(JsonNode rule)
    {
        var copy = rule.DeepClone();
        (copy["Statement"]?["RateBasedStatement"] as JsonObject)?.Remove("Limit");

        // The place in the list says which rule comes first, and all of them are tried until one decides.
        copy.AsObject().Remove("Priority");
        return copy;
    }
}
