using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>Which of the values that a stack publishes may change with its next template.</summary>
internal static class PublishedValues
{
    /// <summary>Finds them. One too many costs a question to CloudFormation; one too few leaves a reader behind.</summary>
    /// <param name="before">The deployed template.</param>
    /// <param name="after">The next one.</param>
    /// <param name="read">The SSM parameters whose values may have changed so far.</param>
    /// <returns>Names of SSM parameters that the stack owns.</returns>
    public static IEnumerable<string> MayChange(JsonObject before, JsonObject after, IReadOnlySet<string> read)
    {
        var changed = after.Section("Resources").Where(r => !JsonNode.DeepEquals(r.Entry, before["Resources"]?[r.Id])).Select(r => r.Id)
            .Concat(after.Section("Parameters").Where(p => p.Entry["Default"] is { } name && read.Contains(name.ToString())).Select(p => p.Id))
            .ToHashSet(StringComparer.Ordinal);
        var references = after.Section("Resources").ToDictionary(
            r => r.Id, r => TemplateParts.References(r.Entry["Properties"]).Distinct().ToList(), StringComparer.Ordinal);
        while (references.Where(r => !changed.Contains(r.Key) && r.Value.Any(changed.Contains)).Select(r => r.Key).ToList() is { Count: > 0 } more)
            changed.UnionWith(more);
        return after.OfType("AWS::SSM::Parameter").Where(p => changed.Contains(p.Id))
            .Select(p => p.Entry["Properties"]?["Name"]).OfType<JsonValue>().Select(n => n.ToString());
    }
}
