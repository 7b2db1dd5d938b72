using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Comparison;

/// <summary>Decides whether CloudFormation makes another resource for a difference.</summary>
internal static class Replacement
{
    /// <summary>
    /// Where the registry only says "under certain conditions", AWS's page of the type has a word for each property
    /// ("Update requires"): null means an update in place.
    /// </summary>
    private static readonly Dictionary<string, Certainty?> Conditional = new(StringComparer.Ordinal)
    {
        // "AWS::DynamoDB::Table", KeySchema: "Update requires: Some interruptions/Replacement". A key cannot be altered.
        ["AWS::DynamoDB::Table/KeySchema"] = Certainty.Certain,

        // "AWS::RDS::DBInstance": Engine and the sources of data are of another database; the rest is modified in place.
        ["AWS::RDS::DBInstance/Engine"] = Certainty.Certain,
        ["AWS::RDS::DBInstance/DBSnapshotIdentifier"] = Certainty.Certain,
        ["AWS::RDS::DBInstance/DBClusterSnapshotIdentifier"] = Certainty.Certain,
        ["AWS::RDS::DBInstance/AvailabilityZone"] = Certainty.Certain,
        ["AWS::RDS::DBInstance/PerformanceInsightsKMSKeyId"] = Certainty.Possible,
        ["AWS::RDS::DBInstance/AutoMinorVersionUpgrade"] = null,
        ["AWS::RDS::DBInstance/BackupRetentionPeriod"] = null,
        ["AWS::RDS::DBInstance/DBParameterGroupName"] = null,
        ["AWS::RDS::DBInstance/MultiAZ"] = null,
        ["AWS::RDS::DBInstance/PreferredMaintenanceWindow"] = null,
        ["AWS::RDS::DBInstance/StorageType"] = null,

        // "AWS::RDS::DBCluster": Engine and MasterUsername, "Update requires: Replacement".
        ["AWS::RDS::DBCluster/Engine"] = Certainty.Certain,
        ["AWS::RDS::DBCluster/MasterUsername"] = Certainty.Certain,
        ["AWS::RDS::DBCluster/GlobalClusterIdentifier"] = null,
    };

    /// <summary>What AWS's page of a type says in words and the registry does not have.</summary>
    private static readonly (string Type, string Property, Func<JsonObject, JsonObject, bool> IsReplaced)[] Unregistered =
    [
        // "AWS::DynamoDB::Table", AttributeDefinitions: "Replacement if you edit an existing AttributeDefinition";
        // LocalSecondaryIndexes: "Update requires: Replacement".
        ("AWS::DynamoDB::Table", "AttributeDefinitions", IsEditedAttribute),
        ("AWS::DynamoDB::Table", "LocalSecondaryIndexes", (before, after) => !JsonNode.DeepEquals(before["LocalSecondaryIndexes"], after["LocalSecondaryIndexes"])),
    ];

    /// <summary>Decides.</summary>
    /// <param name="before">What runs.</param>
    /// <param name="after">What is wanted, of the same type.</param>
    /// <param name="differences">Where their properties differ.</param>
    /// <returns>How sure a replacement is, or null when there is none, and the properties that it comes from.</returns>
    public static (Certainty? Certainty, IReadOnlyList<string> Causes) Of(
        EvaluatedResource before, EvaluatedResource after, IReadOnlyList<PropertyDifference> differences)
    {
        var type = after.Type;

        // A custom resource decides for itself by the id that it answers with.
        if (type.StartsWith("Custom::", StringComparison.Ordinal) || type == "AWS::CloudFormation::CustomResource")
            return differences.Any(d => d.Touches("ServiceToken")) ? (Certainty.Possible, ["ServiceToken"]) : (null, []);
        if (PropertyTable.Of(type) is not { } known)
            return (Certainty.Possible, [.. differences.Select(d => d.Path).Distinct(StringComparer.Ordinal)]);

        var found = new SortedDictionary<string, Certainty>(StringComparer.Ordinal);
        foreach (var property in known.CreateOnly)
            Add(property, Certainty.Certain);
        foreach (var property in known.ConditionalCreateOnly)
            Add(property, Conditional.TryGetValue($"{type}/{property}", out var certainty) ? certainty : Certainty.Possible);
        foreach (var property in Unregistered.Where(u => u.Type == type && u.IsReplaced(before.Properties, after.Properties)).Select(u => u.Property))
            found[property] = Certainty.Certain;
        return found.Count == 0 ? (null, []) : (found.Values.Min(), [.. found.Keys]);

        void Add(string property, Certainty? certainty)
        {
            var touching = differences.Where(d => d.Touches(property)).ToList();
            if (certainty is { } sure && touching.Count > 0)
                found[property] = touching.Any(d => d.Certainty == Certainty.Certain) ? sure : Certainty.Possible;
        }
    }

    private static bool IsEditedAttribute(JsonObject before, JsonObject after)
    {
        var types = (after["AttributeDefinitions"] as JsonArray ?? []).ToLookup(a => (string?)a?["AttributeName"], a => (string?)a?["AttributeType"]);
        return (before["AttributeDefinitions"] as JsonArray ?? [])
            .Any(b => types[(string?)b?["AttributeName"]].FirstOrDefault() is { } type && type != (string?)b?["AttributeType"]);
    }
}
