using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Changes the indexes of tables one by one. DynamoDB takes one creation or deletion of a global secondary index in an
/// update (Amazon DynamoDB Developer Guide, "Managing Global Secondary Indexes in DynamoDB"), and CloudFormation fails
/// an update that wants two.
/// </summary>
internal static class TableIndexes
{
    private const string Table = "AWS::DynamoDB::Table";
    private const string Indexes = "GlobalSecondaryIndexes";

    /// <summary>Keeps the indexes that are no longer wanted: readers still ask them.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="template">The template of the shared pass, which is not changed.</param>
    /// <returns>The template, or a changed copy.</returns>
    public static JsonObject Keep(JsonObject deployed, JsonObject template)
    {
        var changed = template;
        foreach (var (id, before, after) in Pairs(deployed, template))
        {
            var lost = Of(before).Keys.Except(Of(after).Keys).ToList();
            if (lost.Count == 0)
                continue;
            changed = ReferenceEquals(changed, template) ? template.DeepClone().AsObject() : changed;
            Set(changed, id, [.. Of(after).Values, .. lost.Select(n => Of(before)[n])], before, after);
        }

        return changed;
    }

    /// <summary>The templates that lead from one template to another by one index change at a time.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="target">The template to reach.</param>
    /// <returns>What is deployed before it; empty when at most one index changes in each table.</returns>
    public static IReadOnlyList<JsonObject> Stages(JsonObject deployed, JsonObject target)
    {
        var steps = Pairs(deployed, target).Select(p => (p, States: States(p.Before, p.After))).Where(p => p.States.Count > 1).ToList();
        var stages = new List<JsonObject>();
        for (var i = 0; i < steps.Select(s => s.States.Count - 1).DefaultIfEmpty().Max(); i++)
        {
            var stage = target.DeepClone().AsObject();
            foreach (var ((id, before, after), states) in steps.Where(s => i < s.States.Count - 1))
                Set(stage, id, states[i], before, after);
            stages.Add(stage);
        }

        return stages;
    }

    /// <summary>The indexes after each single change; the last state is what is wanted.</summary>
    private static List<List<JsonNode>> States(JsonObject before, JsonObject after)
    {
        var (old, wanted) = (Of(before), Of(after));
        var now = new SortedDictionary<string, JsonNode>(old.ToDictionary(), StringComparer.Ordinal);
        var states = new List<List<JsonNode>>();
        foreach (var name in old.Keys.Where(n => !wanted.TryGetValue(n, out var same) || !SameKeys(old[n], same)).Order(StringComparer.Ordinal))
        {
            now.Remove(name);
            states.Add([.. now.Values]);
        }

        foreach (var name in wanted.Keys.Where(n => !now.ContainsKey(n)).Order(StringComparer.Ordinal))
        {
            now[name] = wanted[name];
            states.Add([.. now.Values]);
        }

        return states;
    }

    private static IEnumerable<(string Id, JsonObject Before, JsonObject After)> Pairs(JsonObject deployed, JsonObject template)
    {
        var before = deployed.OfType(Table).ToDictionary(t => t.Id, t => t.Entry, StringComparer.Ordinal);
        return template.OfType(Table).Where(t => before.ContainsKey(t.Id)).Select(t => (t.Id, before[t.Id], t.Entry));
    }

    private static Dictionary<string, JsonNode> Of(JsonObject table) =>
        (table["Properties"]?[Indexes] as JsonArray ?? []).OfType<JsonObject>()
            .ToDictionary(i => (string)i["IndexName"]!, i => (JsonNode)i, StringComparer.Ordinal);

    // Other properties of an index (its throughput) change in place.
    private static bool SameKeys(JsonNode one, JsonNode other) =>
        JsonNode.DeepEquals(one["KeySchema"], other["KeySchema"]) && JsonNode.DeepEquals(one["Projection"], other["Projection"]);

    private static void Set(JsonObject template, string id, IReadOnlyList<JsonNode> indexes, JsonObject before, JsonObject after)
    {
        var properties = template["Resources"]![id]!["Properties"]!.AsObject();
        properties[Indexes] = new JsonArray([.. indexes.Select(i => i.DeepClone())]);
        if (indexes.Count == 0)
            properties.Remove(Indexes);

        // DynamoDB refuses a definition that no key uses.
        var used = indexes.Append(after["Properties"]!).SelectMany(i => i["KeySchema"]!.AsArray()).Select(k => (string)k!["AttributeName"]!).ToHashSet(StringComparer.Ordinal);
        var definitions = new[] { after, before }.SelectMany(t => t["Properties"]?["AttributeDefinitions"] as JsonArray ?? [])
            .OfType<JsonObject>().DistinctBy(d => (string)d["AttributeName"]!).Where(d => used.Contains((string)d["AttributeName"]!));
        properties["AttributeDefinitions"] = new JsonArray([.. definitions.Select(d => d.DeepClone())]);
    }
}
