using System.Globalization;
using System.Xml.Linq;

namespace Landfall.Aws.Databases;

/// <summary>Reads what RDS says of databases and snapshots.</summary>
internal static class DatabaseXml
{
    /// <summary>Reads a cluster or an instance.</summary>
    public static DatabaseFacts Facts(XElement one, string kind)
    {
        var cluster = kind == "DBCluster";
        var latest = Time(one, "LatestRestorableTime");
        var scaling = one.Element("ServerlessV2ScalingConfiguration");
        return new DatabaseFacts(Text(one, $"{kind}Arn") ?? "", Text(one, cluster ? "Status" : "DBInstanceStatus") ?? "", Text(one, "Engine") ?? "", Text(one, "EngineVersion") ?? "")
        {
            InstanceClass = Text(one, "DBInstanceClass"),
            SubnetGroup = cluster ? Text(one, "DBSubnetGroup") : Text(one.Element("DBSubnetGroup"), "DBSubnetGroupName"),
            ParameterGroup = cluster ? Text(one, "DBClusterParameterGroup") : one.Descendants("DBParameterGroupName").FirstOrDefault()?.Value,
            SecurityGroups = [.. one.Descendants("VpcSecurityGroupId").Select(group => group.Value)],
            Host = cluster ? Text(one, "Endpoint") : Text(one.Element("Endpoint"), "Address"),
            Port = Number(cluster ? Text(one, "Port") : Text(one.Element("Endpoint"), "Port")),
            SecretArn = Text(one.Element("MasterUserSecret"), "SecretArn"),
            Earliest = cluster ? Time(one, "EarliestRestorableTime") : EarliestOf(one, latest),
            Latest = latest,
            MinCapacity = Text(scaling, "MinCapacity"),
            MaxCapacity = Text(scaling, "MaxCapacity"),
            PauseSeconds = Text(scaling, "SecondsUntilAutoPause"),
            StorageGiB = Number(Text(one, "AllocatedStorage")) ?? 0,
            Tags = one.Elements("TagList").Elements("Tag").ToDictionary(tag => Text(tag, "Key") ?? "", tag => Text(tag, "Value") ?? "", StringComparer.Ordinal),
            Members = [.. one.Elements("DBClusterMembers").Elements("DBClusterMember").Select(member => Text(member, "DBInstanceIdentifier") ?? "")],
        };
    }

    /// <summary>Reads a snapshot.</summary>
    public static DatabaseSnapshot Snapshot(XElement one, string kind, string name) => new(
        Text(one, $"{name}Identifier") ?? "",
        Text(one, $"{kind}Identifier") ?? "",
        Text(one, "SnapshotType") ?? "",
        Text(one, "Status") ?? "",
        Text(one, "Engine") ?? "",
        Text(one, "EngineVersion") ?? "",
        Number(Text(one, "AllocatedStorage")) ?? 0,
        Time(one, "SnapshotCreateTime"));

    /// <summary>
    /// RDS does not tell it of an instance: "You can restore to a point up to the number of days specified by the BackupRetentionPeriod"
    /// (RDS API Reference, RestoreDBInstanceToPointInTime), and to none before there was an instance.
    /// </summary>
    private static DateTimeOffset? EarliestOf(XElement one, DateTimeOffset? latest)
    {
        if (latest is not { } end || Number(Text(one, "BackupRetentionPeriod")) is not (> 0 and var days))
            return null;
        var kept = end - TimeSpan.FromDays(days);
        return Time(one, "InstanceCreateTime") is { } created && created > kept ? created : kept;
    }

    private static string? Text(XElement? parent, string name) => parent?.Element(name)?.Value is { Length: > 0 } text ? text : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(XElement parent, string name) =>
        DateTimeOffset.TryParse(Text(parent, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
