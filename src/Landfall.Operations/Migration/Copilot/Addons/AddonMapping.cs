using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Landfall.Operations.Migration.Copilot.Addons;

/// <summary>Resources of CloudFormation's as sections of the file.</summary>
internal static class AddonMapping
{
    /// <summary>Maps one.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="properties">Its properties.</param>
    /// <returns>The section, what is said of it, and what differs; null for a type that the file does not have.</returns>
    public static (string Section, JsonObject Value, string Note)? Map(string type, YamlMappingNode properties) => type switch
    {
        "AWS::DynamoDB::Table" when Table(properties) is { } table => ("tables", table, $"The program gets its name in a variable that ends in _TABLE.{LocalIndexes(properties)}"),
        "AWS::S3::Bucket" => ("buckets", Bucket(properties), $"The program gets its name in a variable that ends in _BUCKET.{Lifecycle(properties)}"),
        "AWS::SQS::Queue" => ("queues", Queue(properties), "The program gets its address in a variable that ends in _QUEUE_URL."),
        "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" when Engine(properties) is { } database => ("databases", database, "The program gets _HOST, _PORT, _NAME, _USER and _PASSWORD, where Copilot gave a secret of JSON."),
        _ => null,
    };

    private static JsonObject? Table(YamlMappingNode properties)
    {
        var types = AddonFiles.Children(properties, "AttributeDefinitions").ToDictionary(
            one => AddonFiles.Text(one, "AttributeName") ?? "", one => AddonFiles.Text(one, "AttributeType") ?? "S", StringComparer.Ordinal);
        var table = Keys(properties, types);
        if (table.Count == 0)
            return null;
        if (AddonFiles.Child(properties, "TimeToLiveSpecification") is { } expiry && AddonFiles.Text(expiry, "AttributeName") is { } attribute)
            table["ttl"] = attribute;
        var indexes = new JsonObject();
        foreach (var index in AddonFiles.Children(properties, "GlobalSecondaryIndexes"))
            indexes[AddonFiles.Text(index, "IndexName") ?? "index"] = Keys(index, types);
        if (indexes.Count > 0)
            table["indexes"] = indexes;
        return table;
    }

    private static JsonObject Keys(YamlMappingNode node, Dictionary<string, string> types)
    {
        var keys = new JsonObject();
        foreach (var part in AddonFiles.Children(node, "KeySchema"))
        {
            var name = AddonFiles.Text(part, "AttributeName") ?? "";
            JsonNode attribute = types.GetValueOrDefault(name) switch
            {
                "N" => new JsonObject { ["name"] = name, ["type"] = "number" },
                "B" => new JsonObject { ["name"] = name, ["type"] = "binary" },
                _ => name,
            };
            keys[AddonFiles.Text(part, "KeyType") == "HASH" ? "partitionKey" : "sortKey"] = attribute;
        }

        return keys;
    }

    private static string LocalIndexes(YamlMappingNode properties) =>
        AddonFiles.Children(properties, "LocalSecondaryIndexes").Any() ? " Its local indexes are left out: make them global ones, in 'indexes'." : "";

    private static JsonObject Bucket(YamlMappingNode properties) =>
        AddonFiles.Text(AddonFiles.Child(properties, "VersioningConfiguration"), "Status") == "Enabled" ? [] : new JsonObject { ["versioned"] = false };

    private static string Lifecycle(YamlMappingNode properties) =>
        AddonFiles.Child(properties, "LifecycleConfiguration") is null ? "" : " Its lifecycle rules are left out: 'expire' deletes by age.";

    private static JsonObject Queue(YamlMappingNode properties)
    {
        var queue = new JsonObject();
        if (AddonFiles.Text(properties, "FifoQueue")?.ToLowerInvariant() == "true")
            queue["fifo"] = true;
        foreach (var (key, to) in new[] { ("VisibilityTimeout", "visibility"), ("MessageRetentionPeriod", "retention"), ("DelaySeconds", "delay") })
        {
            if (AddonFiles.Text(properties, key) is { } seconds)
                queue[to] = $"{seconds}s";
        }

        return queue;
    }

    private static JsonObject? Engine(YamlMappingNode properties)
    {
        var engine = AddonFiles.Text(properties, "Engine") switch
        {
            "aurora-postgresql" => "aurora-postgresql",
            "aurora-mysql" => "aurora-mysql",
            "postgres" => "postgresql",
            "mysql" => "mysql",
            _ => null,
        };
        if (engine is null)
            return null;
        var database = new JsonObject { ["engine"] = engine };
        if (AddonFiles.Text(properties, "EngineVersion") is { } version)
            database["version"] = Major(engine, version);
        if ((AddonFiles.Text(properties, "DatabaseName") ?? AddonFiles.Text(properties, "DBName")) is { } name)
            database["database"] = name;
        if (AddonFiles.Child(properties, "ServerlessV2ScalingConfiguration") is { } capacity)
        {
            var range = new JsonObject();
            foreach (var (key, to) in new[] { ("MinCapacity", "min"), ("MaxCapacity", "max") })
            {
                if (decimal.TryParse(AddonFiles.Text(capacity, key), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                    range[to] = number;
            }

            if (range.Count > 0)
                database["capacity"] = range;
        }

        return database;
    }

    // AWS chooses and upgrades the minor version of a major one.
    private static string Major(string engine, string version)
    {
        var parts = version.Split('.');
        return engine.EndsWith("mysql", StringComparison.Ordinal) && parts.Length > 1 ? $"{parts[0]}.{parts[1]}" : parts[0];
    }
}
