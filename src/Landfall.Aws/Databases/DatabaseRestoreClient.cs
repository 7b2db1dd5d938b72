using System.Globalization;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Databases;

/// <summary>The part of the RDS API that makes a database of another one as it was, and deletes it again.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class DatabaseRestoreClient(AwsSession session)
{
    /// <summary>
    /// Begins. What is not named would be RDS's default: "with the default security group, the default subnet group, and the default DB
    /// parameter group" (RDS API Reference, RestoreDBInstanceToPointInTime), and of a cluster's snapshot "the default version for the
    /// database engine" (RestoreDBClusterFromSnapshot). The key is left out, since it then is the one that the original is encrypted with.
    /// </summary>
    /// <param name="restore">What is made of what.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task BeginAsync(DatabaseRestore restore, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(restore);
        var parameters = restore.Original.IsCluster ? OfCluster(restore) : OfInstance(restore);
        parameters["DBSubnetGroupName"] = restore.Original.SubnetGroup ?? "";
        parameters["EnableIAMDatabaseAuthentication"] = "true";
        parameters["CopyTagsToSnapshot"] = "true";
        parameters["DeletionProtection"] = "true";
        foreach (var (group, number) in restore.Original.SecurityGroups.Select((group, index) => (group, index + 1)))
            parameters[$"VpcSecurityGroupIds.VpcSecurityGroupId.{number}"] = group;
        AddTags(parameters, restore.Tags);
        var (kind, source) = (DatabaseReader.KindOf(restore.Original.Arn), restore.Snapshot is null ? "ToPointInTime" : restore.Original.IsCluster ? "FromSnapshot" : "FromDBSnapshot");
        return CallAsync($"Restore{kind}{source}", parameters, cancellation);
    }

    /// <summary>
    /// Gives a restored cluster an instance, which it comes without: "You can create DB instances only after the [restore] operation has
    /// completed and the DB cluster is available" (RestoreDBClusterFromSnapshot).
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="id">The instance's identifier.</param>
    /// <param name="tags">The instance's tags.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CreateInstanceAsync(DatabaseFacts cluster, string id, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(tags);
        var parameters = new Dictionary<string, string>
        {
            ["DBInstanceIdentifier"] = id,
            ["DBClusterIdentifier"] = cluster.Id,
            ["DBInstanceClass"] = "db.serverless",
            ["Engine"] = cluster.Engine,
            ["PubliclyAccessible"] = "false",
        };
        AddTags(parameters, tags);
        return CallAsync("CreateDBInstance", parameters, cancellation);
    }

    /// <summary>
    /// Has RDS manage the password of a restored database, in a secret of its own. The restore itself cannot ask for that
    /// (ManageMasterUserPassword "applies to RDS for Oracle only"), and the original's password may be another one by now.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task ManagePasswordAsync(DatabaseFacts database, CancellationToken cancellation) =>
        ModifyAsync(database, "ManageMasterUserPassword", "true", cancellation);

    /// <summary>Lets a database be deleted.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AllowDeletionAsync(DatabaseFacts database, CancellationToken cancellation) =>
        ModifyAsync(database, "DeletionProtection", "false", cancellation);

    /// <summary>Deletes a database for good, with its automatic backups. A cluster's instances go first.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task DeleteAsync(DatabaseFacts database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        foreach (var member in database.Members)
            await CallAsync("DeleteDBInstance", new Dictionary<string, string> { ["DBInstanceIdentifier"] = member, ["SkipFinalSnapshot"] = "true" }, cancellation).ConfigureAwait(false);
        var kind = DatabaseReader.KindOf(database.Arn);
        await CallAsync(
            $"Delete{kind}",
            new Dictionary<string, string> { [$"{kind}Identifier"] = database.Id, ["SkipFinalSnapshot"] = "true", ["DeleteAutomatedBackups"] = "true" },
            cancellation).ConfigureAwait(false);
    }

    private static Dictionary<string, string> OfCluster(DatabaseRestore restore)
    {
        var original = restore.Original;
        var parameters = new Dictionary<string, string> { ["DBClusterIdentifier"] = restore.Copy };
        if (restore.Snapshot is { } snapshot)
        {
            parameters["SnapshotIdentifier"] = snapshot.Id;
            parameters["Engine"] = snapshot.Engine;
            parameters["EngineVersion"] = snapshot.EngineVersion;
        }
        else
        {
            parameters["SourceDBClusterIdentifier"] = original.Id;
            AddTime(parameters, "RestoreToTime", restore.At);
        }

        Add(parameters, "DBClusterParameterGroupName", restore.TakesParameterGroup ? original.ParameterGroup : null);
        Add(parameters, "ServerlessV2ScalingConfiguration.MinCapacity", original.MinCapacity);
        Add(parameters, "ServerlessV2ScalingConfiguration.MaxCapacity", original.MaxCapacity);
        Add(parameters, "ServerlessV2ScalingConfiguration.SecondsUntilAutoPause", original.PauseSeconds);
        return parameters;
    }

    /// <summary>One zone, since it is there to be looked at. Storage and its type are the snapshot's where none are named.</summary>
    private static Dictionary<string, string> OfInstance(DatabaseRestore restore)
    {
        var original = restore.Original;
        var parameters = new Dictionary<string, string>
        {
            [restore.Snapshot is null ? "TargetDBInstanceIdentifier" : "DBInstanceIdentifier"] = restore.Copy,
            ["MultiAZ"] = "false",
            ["PubliclyAccessible"] = "false",
        };
        if (restore.Snapshot is { } snapshot)
        {
            parameters["DBSnapshotIdentifier"] = snapshot.Id;
        }
        else
        {
            parameters["SourceDBInstanceIdentifier"] = original.Id;
            AddTime(parameters, "RestoreTime", restore.At);
        }

        Add(parameters, "DBInstanceClass", original.InstanceClass);
        Add(parameters, "DBParameterGroupName", restore.TakesParameterGroup ? original.ParameterGroup : null);
        return parameters;
    }

    private static void AddTime(Dictionary<string, string> parameters, string name, DateTimeOffset? at)
    {
        if (at is { } time)
            parameters[name] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        else
            parameters["UseLatestRestorableTime"] = "true";
    }

    private static void Add(Dictionary<string, string> parameters, string name, string? value)
    {
        if (value is not null)
            parameters[name] = value;
    }

    private static void AddTags(Dictionary<string, string> parameters, IReadOnlyDictionary<string, string> tags)
    {
        foreach (var (tag, number) in tags.Select((tag, index) => (tag, index + 1)))
        {
            parameters[$"Tags.Tag.{number}.Key"] = tag.Key;
            parameters[$"Tags.Tag.{number}.Value"] = tag.Value;
        }
    }

    private Task ModifyAsync(DatabaseFacts database, string setting, string value, CancellationToken cancellation)
    {
        var kind = DatabaseReader.KindOf(database.Arn);
        return CallAsync($"Modify{kind}", new Dictionary<string, string> { [$"{kind}Identifier"] = database.Id, [setting] = value, ["ApplyImmediately"] = "true" }, cancellation);
    }

    private Task CallAsync(string operation, Dictionary<string, string> parameters, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, DatabaseReader.Service, operation, parameters, cancellation);
}
