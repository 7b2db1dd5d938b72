using System.Globalization;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Databases;

/// <summary>The part of the RDS API that lets a database be deleted, and that tells which versions there are.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class DatabaseClient(AwsSession session)
{
    // How snapshots of clusters, beside those of instances, are called.
    private const string Cluster = "DBCluster";

    /// <summary>Turns a cluster's deletion protection off.</summary>
    /// <param name="id">The cluster's identifier.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AllowClusterDeletionAsync(string id, CancellationToken cancellation) =>
        AllowAsync("ModifyDBCluster", "DBClusterIdentifier", id, cancellation);

    /// <summary>Turns an instance's deletion protection off.</summary>
    /// <param name="id">The instance's identifier.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AllowInstanceDeletionAsync(string id, CancellationToken cancellation) =>
        AllowAsync("ModifyDBInstance", "DBInstanceIdentifier", id, cancellation);

    /// <summary>Lists the versions of an engine that a database can be created with.</summary>
    /// <param name="engine">The engine, for example <c>aurora-postgresql</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The versions, in RDS's order: oldest first.</returns>
    public async Task<IReadOnlyList<string>> ListVersionsAsync(string engine, CancellationToken cancellation)
    {
        var versions = new List<string>();
        var parameters = new Dictionary<string, string> { ["Engine"] = engine };
        do
        {
            var answer = await QueryProtocol.CallAsync(session, DatabaseReader.Service, "DescribeDBEngineVersions", parameters, cancellation).ConfigureAwait(false);
            versions.AddRange(answer.Descendants("EngineVersion").Where(version => version.Parent?.Name == "DBEngineVersion").Select(version => version.Value));
            parameters["Marker"] = answer.Descendants("Marker").FirstOrDefault()?.Value ?? "";
        }
        while (parameters["Marker"].Length > 0);
        return [.. versions.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Asks when the standard support of a major version ends.</summary>
    /// <param name="engine">The engine, for example <c>aurora-postgresql</c>.</param>
    /// <param name="major">The major version, for example <c>16</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end; null where RDS does not tell.</returns>
    public async Task<DateTimeOffset?> FindSupportEndAsync(string engine, string major, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, string> { ["Engine"] = engine, ["MajorEngineVersion"] = major };
        var answer = await QueryProtocol.CallAsync(session, DatabaseReader.Service, "DescribeDBMajorEngineVersions", parameters, cancellation).ConfigureAwait(false);
        var end = answer.Descendants("SupportedEngineLifecycle")
            .FirstOrDefault(one => one.Element("LifecycleSupportName")?.Value == "open-source-rds-standard-support")?.Element("LifecycleSupportEndDate")?.Value;
        return end is null ? null : DateTimeOffset.Parse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>Asks how a database is.</summary>
    /// <param name="arn">The ARN of its cluster or instance.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>RDS's word, for example <c>available</c>; null where there is none.</returns>
    public async Task<string?> FindStatusAsync(string arn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var parts = arn.Split(':');
        var (operation, identifier, element) = parts[^2] == "cluster"
            ? ("DescribeDBClusters", "DBClusterIdentifier", "DBCluster")
            : ("DescribeDBInstances", "DBInstanceIdentifier", "DBInstance");
        try
        {
            var answer = await QueryProtocol.CallAsync(session, DatabaseReader.Service, operation, new Dictionary<string, string> { [identifier] = parts[^1] }, cancellation).ConfigureAwait(false);
            return answer.Descendants(element).FirstOrDefault() is { } found ? found.Element(element == "DBCluster" ? "Status" : "DBInstanceStatus")?.Value : null;
        }
        catch (AwsException e) when (e.Code is "DBClusterNotFoundFault" or "DBInstanceNotFound")
        {
            return null;
        }
    }

    /// <summary>Begins a snapshot, which stays until somebody deletes it (Amazon RDS User Guide, "Creating a DB snapshot").</summary>
    /// <param name="arn">The ARN of the cluster or instance.</param>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CreateSnapshotAsync(string arn, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var kind = KindOf(arn);
        return QueryProtocol.CallAsync(
            session,
            DatabaseReader.Service,
            $"Create{kind}Snapshot",
            new Dictionary<string, string> { [kind == Cluster ? "DBClusterIdentifier" : "DBInstanceIdentifier"] = arn.Split(':')[^1], [$"{kind}SnapshotIdentifier"] = name },
            cancellation);
    }

    /// <summary>Asks how far a snapshot is.</summary>
    /// <param name="arn">The ARN of the cluster or instance.</param>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>RDS's word, for example <c>creating</c> or <c>available</c>; null where there is none.</returns>
    public async Task<string?> FindSnapshotStatusAsync(string arn, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var kind = KindOf(arn);
        try
        {
            var answer = await QueryProtocol.CallAsync(
                session, DatabaseReader.Service, $"Describe{kind}Snapshots", new Dictionary<string, string> { [$"{kind}SnapshotIdentifier"] = name }, cancellation).ConfigureAwait(false);
            return answer.Descendants($"{kind}Snapshot").FirstOrDefault()?.Element("Status")?.Value;
        }
        catch (AwsException e) when (e.Code is "DBClusterSnapshotNotFoundFault" or "DBSnapshotNotFound")
        {
            return null;
        }
    }

    private static string KindOf(string arn) => arn.Split(':')[^2] == "cluster" ? Cluster : "DB";

    private Task AllowAsync(string operation, string identifier, string id, CancellationToken cancellation) => QueryProtocol.CallAsync(
        session,
        DatabaseReader.Service,
        operation,
        new Dictionary<string, string> { [identifier] = id, ["DeletionProtection"] = "false", ["ApplyImmediately"] = "true" },
        cancellation);
}
