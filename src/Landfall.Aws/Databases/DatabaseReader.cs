using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Databases;

/// <summary>The part of the RDS API that tells what there is: clusters, instances and their snapshots.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class DatabaseReader(AwsSession session)
{
    internal static readonly AwsService Service = new("rds", "rds", "RDS", "2014-10-31");

    /// <summary>Finds a cluster or an instance.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It; null where there is none.</returns>
    public async Task<DatabaseFacts?> FindAsync(string arn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var kind = KindOf(arn);
        try
        {
            var found = await ListAsync(kind, new Dictionary<string, string> { [$"{kind}Identifier"] = arn.Split(':')[^1] }, cancellation).ConfigureAwait(false);
            return found.Count == 0 ? null : found[0];
        }
        catch (AwsException e) when (e.Code is "DBClusterNotFoundFault" or "DBInstanceNotFound")
        {
            return null;
        }
    }

    /// <summary>Lists the clusters of the account and region.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>All of them.</returns>
    public Task<IReadOnlyList<DatabaseFacts>> ListClustersAsync(CancellationToken cancellation) => ListAsync("DBCluster", [], cancellation);

    /// <summary>Lists the instances of the account and region, those of clusters as well.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>All of them.</returns>
    public Task<IReadOnlyList<DatabaseFacts>> ListInstancesAsync(CancellationToken cancellation) => ListAsync("DBInstance", [], cancellation);

    /// <summary>Lists the snapshots of a database, those that RDS made as well.</summary>
    /// <param name="arn">The ARN of the cluster or instance.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The snapshots, in RDS's order.</returns>
    public Task<IReadOnlyList<DatabaseSnapshot>> ListSnapshotsAsync(string arn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return SnapshotsAsync(KindOf(arn), $"{KindOf(arn)}Identifier", arn.Split(':')[^1], cancellation);
    }

    /// <summary>Finds a snapshot, whatever it was taken of.</summary>
    /// <param name="arn">The ARN of a cluster, for the snapshot of one, or of an instance.</param>
    /// <param name="id">The snapshot's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The snapshot; null where there is none.</returns>
    public async Task<DatabaseSnapshot?> FindSnapshotAsync(string arn, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arn);
        try
        {
            return (await SnapshotsAsync(KindOf(arn), $"{KindOf(arn)}SnapshotIdentifier", id, cancellation).ConfigureAwait(false)).FirstOrDefault();
        }
        catch (AwsException e) when (e.Code is "DBClusterSnapshotNotFoundFault" or "DBSnapshotNotFound")
        {
            return null;
        }
    }

    /// <summary>How RDS calls clusters and instances in the names of operations and elements.</summary>
    internal static string KindOf(string arn) => arn.Split(':')[^2] == "cluster" ? "DBCluster" : "DBInstance";

    private async Task<IReadOnlyList<DatabaseFacts>> ListAsync(string kind, Dictionary<string, string> parameters, CancellationToken cancellation) =>
        [.. (await PagesAsync($"Describe{kind}s", parameters, cancellation).ConfigureAwait(false)).Descendants($"{kind}s").Elements(kind).Select(one => DatabaseXml.Facts(one, kind))];

    private async Task<IReadOnlyList<DatabaseSnapshot>> SnapshotsAsync(string kind, string name, string value, CancellationToken cancellation)
    {
        // Snapshots of instances are called DBSnapshot, those of clusters DBClusterSnapshot.
        var (snapshot, wanted) = kind == "DBCluster" ? ("DBClusterSnapshot", name) : ("DBSnapshot", name.Replace("DBInstanceSnapshot", "DBSnapshot", StringComparison.Ordinal));
        var pages = await PagesAsync($"Describe{snapshot}s", new Dictionary<string, string> { [wanted] = value }, cancellation).ConfigureAwait(false);
        return [.. pages.Descendants($"{snapshot}s").Elements(snapshot).Select(one => DatabaseXml.Snapshot(one, kind, snapshot))];
    }

    private async Task<IReadOnlyList<XElement>> PagesAsync(string operation, Dictionary<string, string> parameters, CancellationToken cancellation)
    {
        var pages = new List<XElement>();
        string? marker;
        do
        {
            var answer = await QueryProtocol.CallAsync(session, Service, operation, parameters, cancellation).ConfigureAwait(false);
            pages.Add(answer);
            marker = answer.Descendants("Marker").FirstOrDefault()?.Value;
            parameters["Marker"] = marker ?? "";
        }
        while (!string.IsNullOrEmpty(marker));
        return pages;
    }
}
