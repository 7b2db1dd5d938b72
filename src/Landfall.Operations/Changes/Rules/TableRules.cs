using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>DynamoDB tables.</summary>
internal static class TableRules
{
    private const string Topic = "A table";
    private const string Page = "CloudFormation, AWS::DynamoDB::Table";

    private static readonly string[] Table = ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`ttl`, newly set", EffectKind.LosesData, "Items whose time has passed are deleted within days.",
            "Amazon DynamoDB, Using time to live (TTL)", Table, NewExpiry),
        new(Topic, "`ttl` to another attribute", null, "AWS refuses while the first one is on: take it out, deploy, wait an hour, put the other in.",
            "Amazon DynamoDB, UpdateTimeToLive", Table, OtherExpiry),
        new(Topic, "An index, removed", EffectKind.Interrupts, "Queries of it fail.", Page, Table, LostIndexes),
        new(Topic, "The key of an index", EffectKind.Interrupts, "The index is removed and made again: queries of it fail until it is filled.",
            Page + ", GlobalSecondaryIndexes", Table, OtherIndexKeys),
        new(Topic, "The stream, removed or of another kind", EffectKind.Interrupts, "Whoever reads it gets no more of it.",
            Page + ", StreamSpecification", Table, LostStream),
        new(Topic, "`capacity`, less of it, or any in place of on demand", EffectKind.Interrupts, "Requests beyond it are throttled.",
            "Amazon DynamoDB, Read/write capacity mode", Table, LessCapacity),
        new(Topic, "Recovery to a point in time, off or shorter", EffectKind.LosesData, "The continuous backups are deleted.",
            "Amazon DynamoDB, Point-in-time recovery", Table, LostRecovery),
    ];

    private static IEnumerable<Finding> NewExpiry(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && !IsExpiring(resource.Was("TimeToLiveSpecification")) && IsExpiring(resource.Is("TimeToLiveSpecification")))
            yield return new Finding($"Items of the {Subject.Of(resource)} whose '{resource.IsText("TimeToLiveSpecification/AttributeName")}' has passed are deleted within days, those that are there already, too.");
    }

    private static IEnumerable<Finding> OtherExpiry(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Attribute = "TimeToLiveSpecification/AttributeName";
        if (resource.Action == ResourceAction.Modify && IsExpiring(resource.Was("TimeToLiveSpecification")) && IsExpiring(resource.Is("TimeToLiveSpecification"))
            && resource.WasText(Attribute) != resource.IsText(Attribute))
        {
            yield return new Finding(
                $"The {Subject.Of(resource)} expires its items by '{resource.WasText(Attribute)}' and cannot change to '{resource.IsText(Attribute)}' in one step. "
                + "Take 'ttl' out of the file, deploy, wait an hour, and put the other one in.");
        }
    }

    private static bool IsExpiring(JsonNode? specification) => Scalars.Text(specification?["Enabled"]) == "true";

    private static IEnumerable<Finding> LostIndexes(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        var left = Indexes(resource.Is("GlobalSecondaryIndexes")).Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var index in Indexes(resource.Was("GlobalSecondaryIndexes")).Keys.Where(i => !left.Contains(i)))
            yield return new Finding($"The index '{index}' of the {Subject.Of(resource)} goes: queries of it fail.");
    }

    private static IEnumerable<Finding> OtherIndexKeys(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        var before = Indexes(resource.Was("GlobalSecondaryIndexes"));
        foreach (var (name, index) in Indexes(resource.Is("GlobalSecondaryIndexes")))
        {
            if (before.TryGetValue(name, out var earlier)
                && (!JsonNode.DeepEquals(index["KeySchema"], earlier["KeySchema"]) || !JsonNode.DeepEquals(index["Projection"], earlier["Projection"])))
            {
                yield return new Finding($"The index '{name}' of the {Subject.Of(resource)} is removed and made again with another key or other attributes: queries of it fail until it is filled.");
            }
        }
    }

    private static SortedDictionary<string, JsonNode> Indexes(JsonNode? list)
    {
        var found = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var index in list as JsonArray ?? [])
            found[Scalars.Text(index?["IndexName"]) ?? ""] = index!;
        return found;
    }

    private static IEnumerable<Finding> LostStream(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.Was("StreamSpecification/StreamViewType") is not null && resource.Differs("StreamSpecification"))
            yield return new Finding($"The stream of the {Subject.Of(resource)} ends: whoever reads it gets no more of it, and records that nobody has read yet are lost.");
    }

    private static IEnumerable<Finding> LessCapacity(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        foreach (var (what, property) in new[] { ("reads", "ProvisionedThroughput/ReadCapacityUnits"), ("writes", "ProvisionedThroughput/WriteCapacityUnits") })
        {
            // Whether there are so many requests only the table knows: it is said, and nobody has to agree to it.
            if (Scalars.Number(resource.Is(property)) is { } after && !(after >= Scalars.Number(resource.Was(property))))
                yield return new Finding($"More than {after} {what} in a second are throttled by the {Subject.Of(resource)}.") { Certainty = Certainty.Possible, Harms = false };
        }
    }

    private static IEnumerable<Finding> LostRecovery(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Enabled = "PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled";
        const string Days = "PointInTimeRecoverySpecification/RecoveryPeriodInDays";
        if (resource.Action != ResourceAction.Modify || resource.WasText(Enabled) != "true")
            yield break;
        if (resource.IsText(Enabled) != "true")
            yield return new Finding($"The {Subject.Of(resource)} can no longer be restored to a point in time: its continuous backups are deleted.");
        else if ((Scalars.Number(resource.Is(Days)) ?? 35) < (Scalars.Number(resource.Was(Days)) ?? 35))
            yield return new Finding($"The {Subject.Of(resource)} can be restored only to the last {resource.IsText(Days)} days: older continuous backups are deleted.");
    }
}
