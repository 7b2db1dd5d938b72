using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Relational databases.</summary>
internal static class DatabaseRules
{
    private const string Topic = "A database";
    private const string Modifying = "Amazon RDS, Settings for DB instances (\"Downtime notes\")";

    private static readonly string[] Instance = ["AWS::RDS::DBInstance"];
    private static readonly string[] Cluster = ["AWS::RDS::DBCluster"];
    private static readonly string[] Either = ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "The instance class", EffectKind.Interrupts, "The database restarts on another machine: about a minute with a standby, several without.",
            Modifying, Instance, (r, _) => Modified(r, "DBInstanceClass") ? [Restart(r, "runs on another machine", IsStandby(r) ? 90 : 600)] : []),
        new(Topic, "A minor version of the engine", EffectKind.Interrupts, "The database restarts with the new version, for a few minutes.",
            "Amazon RDS, Upgrading a DB instance engine version", Either, (r, _) => Version(r) is { IsMajor: false, IsDowngrade: false } ? [Restart(r, $"gets version {r.IsText("EngineVersion")}", 300)] : []),
        new(Topic, "A major version of the engine", EffectKind.Interrupts, "The database is upgraded, which takes from ten minutes to an hour. There is no way back but a snapshot.",
            "Amazon RDS, Upgrading a DB instance engine version", Either, (r, _) => Version(r) is { IsMajor: true, IsDowngrade: false } ? [Restart(r, $"is upgraded to version {r.IsText("EngineVersion")}, which cannot be undone but from a snapshot", 1800)] : []),
        new(Topic, "A major version, where the template does not allow it", null, "AWS refuses without AllowMajorVersionUpgrade.",
            "CloudFormation, AWS::RDS::DBInstance, AllowMajorVersionUpgrade", Instance, NotAllowed),
        new(Topic, "The engine's version to an older one", null, "AWS refuses: a database cannot be downgraded.",
            "Amazon RDS, Upgrading a DB instance engine version", Either, Downgrade),
        new(Topic, "Less storage", null, "AWS refuses: storage can only grow.",
            "Amazon RDS, Working with storage for DB instances", Instance, LessStorage),
        new(Topic, "The parameter group, the port or the certificate authority", EffectKind.Interrupts, "The database restarts.",
            Modifying, Either, (r, _) => Properties(r, "DBParameterGroupName", "DBClusterParameterGroupName", "Port", "DBPortNumber", "CACertificateIdentifier", "OptionGroupName") is { Length: > 0 } changed ? [Restart(r, $"gets another {changed}", 90)] : []),
        new(Topic, "The kind of storage, to or from magnetic", EffectKind.Interrupts, "The database is away for the start of the conversion.",
            Modifying, Instance, (r, _) => Modified(r, "StorageType") && (r.WasText("StorageType") == "standard" || r.IsText("StorageType") == "standard") ? [Restart(r, "is moved to another kind of storage", 300)] : []),
        new(Topic, "Backups, from none to some or from some to none", EffectKind.Interrupts, "The database is away for a moment.",
            Modifying, Instance, (r, _) => Modified(r, "BackupRetentionPeriod") && (Days(r.Was("BackupRetentionPeriod")) == 0) != (Days(r.Is("BackupRetentionPeriod")) == 0) ? [Restart(r, "turns its backups on or off", 60)] : []),
        new(Topic, "Shorter `backup`, or none", EffectKind.LosesData, "Backups that are older than that are deleted; with 0, all of them.",
            "CloudFormation, AWS::RDS::DBInstance, BackupRetentionPeriod", Either, FewerBackups),
        new(Topic, "A `capacity` that may pause", EffectKind.Interrupts, "After a pause the first connection waits about 15 seconds.",
            "Amazon Aurora, Scaling to Zero ACUs with automatic pause and resume", Cluster, Pause),
        new(Topic, "`rotation`, on or off, or anything else that gives it another password", EffectKind.Interrupts, "Whoever has read the earlier password is refused until it is restarted.",
            "Amazon RDS, Password management with Amazon RDS and AWS Secrets Manager", Either, OtherPassword),
        new(Topic, "`dataApi`, off", EffectKind.Interrupts, "Statements sent over HTTP are refused.",
            "CloudFormation, AWS::RDS::DBCluster, EnableHttpEndpoint", Either, (r, _) => r.Action == ResourceAction.Modify && r.WasText("EnableHttpEndpoint") == "true" && r.IsText("EnableHttpEndpoint") != "true" ? [new Finding($"The {Subject.Of(r)} takes no statements over HTTP any more (the Data API is off).")] : []),
        new(Topic, "`network.zones`, so that some of its subnets go", EffectKind.Interrupts, "AWS refuses the update half-way where the database stands in one of them: move it first.",
            "Amazon RDS, ModifyDBSubnetGroup, SubnetAlreadyInUse", ["AWS::RDS::DBSubnetGroup"], FewerSubnets),
        new(Topic, "The subnets that it stands in, all of them", null, "AWS refuses: a database does not move to other subnets while it is there.",
            "Amazon RDS, Working with a DB instance in a VPC", ["AWS::RDS::DBSubnetGroup"], OtherSubnets),
    ];

    private static bool Modified(ComparedResource resource, string property) =>
        resource.Action == ResourceAction.Modify && resource.Differs(property);

    private static string Properties(ComparedResource resource, params string[] properties) =>
        resource.Type == "AWS::RDS::DBInstance" && resource.Is("DBClusterIdentifier") is not null
            ? "" // the cluster says it
            : string.Join(", ", properties.Where(p => Modified(resource, p)));

    private static bool IsStandby(ComparedResource resource) => resource.WasText("MultiAZ") == "true";

    private static int Days(JsonNode? value) => value is null ? 1 : Scalars.Number(value) ?? 1; // AWS's default is one day

    private static Finding Restart(ComparedResource resource, string why, int seconds) =>
        new($"The {Subject.Of(resource)} {why}: connections break, and it is away for about {Scalars.Span(seconds)}.") { Seconds = seconds };

    private static (bool IsMajor, bool IsDowngrade)? Version(ComparedResource resource)
    {
        // An instance of a cluster follows the cluster.
        if (!Modified(resource, "EngineVersion") || (resource.Type == "AWS::RDS::DBInstance" && resource.Is("DBClusterIdentifier") is not null))
            return null;
        var before = EngineVersion.Parse(resource.WasText("Engine"), resource.WasText("EngineVersion"));
        var after = EngineVersion.Parse(resource.IsText("Engine"), resource.IsText("EngineVersion"));
        if (before is null || after is null)
            return (true, false); // from or to whatever AWS takes when none is given
        var step = after.CompareTo(before);
        return step == 0 ? null : (after.Major != before.Major, step < 0);
    }

    private static IEnumerable<Finding> NotAllowed(ComparedResource resource, EnvironmentComparison environment)
    {
        if (Version(resource) is { IsMajor: true, IsDowngrade: false } && resource.IsText("AllowMajorVersionUpgrade") != "true")
        {
            yield return new Finding(
                $"The {Subject.Of(resource)} would go from version {resource.WasText("EngineVersion")} to {resource.IsText("EngineVersion")}, a major step, which AWS refuses unless the template says AllowMajorVersionUpgrade. "
                + "Set that property on the resource with 'overrides', or go to a minor version.");
        }
    }

    private static IEnumerable<Finding> Downgrade(ComparedResource resource, EnvironmentComparison environment)
    {
        if (Version(resource) is { IsDowngrade: true })
            yield return new Finding($"The {Subject.Of(resource)} runs version {resource.WasText("EngineVersion")} and cannot go back to {resource.IsText("EngineVersion")}. Put the version back, or restore a snapshot into another database.");
    }

    private static IEnumerable<Finding> LessStorage(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && Scalars.Number(resource.Is("AllocatedStorage")) < Scalars.Number(resource.Was("AllocatedStorage")))
            yield return new Finding($"The {Subject.Of(resource)} has {resource.WasText("AllocatedStorage")} GiB of storage and cannot shrink to {resource.IsText("AllocatedStorage")}. Put the size back, or move the data to another database.");
    }

    private static IEnumerable<Finding> FewerBackups(ComparedResource resource, EnvironmentComparison environment)
    {
        if (!Modified(resource, "BackupRetentionPeriod"))
            yield break;
        var (before, after) = (Days(resource.Was("BackupRetentionPeriod")), Days(resource.Is("BackupRetentionPeriod")));
        if (after < before)
        {
            yield return new Finding(after == 0
                ? $"All automatic backups of the {Subject.Of(resource)} are deleted, and none are made any more."
                : $"Backups of the {Subject.Of(resource)} that are older than {after} days are deleted; until now they were kept for {before}.");
        }
    }

    private static IEnumerable<Finding> Pause(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Least = "ServerlessV2ScalingConfiguration/MinCapacity";
        if (Modified(resource, Least) && Scalars.Decimal(resource.Is(Least)) == 0 && Scalars.Decimal(resource.Was(Least)) > 0)
        {
            yield return new Finding($"The {Subject.Of(resource)} may pause when nobody uses it; then the first connection waits about 15 seconds.")
            {
                Certainty = Certainty.Possible,
                Seconds = 15,
            };
        }
    }

    private static IEnumerable<Finding> OtherPassword(ComparedResource resource, EnvironmentComparison environment)
    {
        if (Properties(resource, "ManageMasterUserPassword", "MasterUserPassword", "MasterUserSecret").Length > 0)
            yield return new Finding($"The {Subject.Of(resource)} gets another password: whoever has read the one that it has is refused until it is restarted.") { Seconds = 300 };
    }

    private static IEnumerable<Finding> FewerSubnets(ComparedResource resource, EnvironmentComparison environment)
    {
        var (before, after) = (Scalars.Texts(resource.Was("SubnetIds")), Scalars.Texts(resource.Is("SubnetIds")));
        var gone = before.Except(after).ToList();
        if (resource.Action == ResourceAction.Modify && gone.Count > 0 && before.Intersect(after).Any())
        {
            yield return new Finding($"The {Subject.Of(resource)} ({resource.LogicalId}) lose {Subject.Plain(string.Join(", ", gone))}: where an instance of the database stands in there, AWS refuses the update half-way. Look where they stand with 'aws rds describe-db-instances', and delete or fail over the one in the zone that goes first.")
            {
                Certainty = Certainty.Possible,
            };
        }
    }

    private static IEnumerable<Finding> OtherSubnets(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify || resource.Was("SubnetIds") is not JsonArray before || resource.Is("SubnetIds") is not JsonArray after)
            yield break;
        if (before.Count > 0 && !before.Any(b => after.Any(a => JsonNode.DeepEquals(a, b))))
            yield return new Finding($"The {Subject.Of(resource)} ({resource.LogicalId}) would all be others, which AWS refuses while a database stands in them. Keep the network as it is, or make a new environment and move the data.");
    }
}
