using Landfall.Aws.Protocols;

namespace Landfall.Aws.Databases;

/// <summary>The part of the RDS API that lets a database be deleted.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class DatabaseClient(AwsSession session)
{
    private static readonly AwsService Service = new("rds", "rds", "RDS", "2014-10-31");

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

    private Task AllowAsync(string operation, string identifier, string id, CancellationToken cancellation) => QueryProtocol.CallAsync(
        session,
        Service,
        operation,
        new Dictionary<string, string> { [identifier] = id, ["DeletionProtection"] = "false", ["ApplyImmediately"] = "true" },
        cancellation);
}
