using Landfall.Aws.Protocols;

namespace Landfall.Aws.ElasticMapReduce;

/// <summary>The part of the EMR API that tells where a cluster is.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ElasticMapReduceClient(AwsSession session)
{
    private static readonly AwsService Service = new("elasticmapreduce", "elasticmapreduce", "EMR", "ElasticMapReduce");

    /// <summary>Finds a cluster.</summary>
    /// <param name="cluster">The cluster's id, for example <c>j-2AXXXXXXGAPLF</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The cluster, or null when there is none of that id.</returns>
    public async Task<EmrCluster?> FindAsync(string cluster, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<DescribeClusterResponse>(
                session, Service, "DescribeCluster", new { ClusterId = cluster }, cancellation).ConfigureAwait(false);
            var attributes = answer.Cluster.Ec2InstanceAttributes;
            return new EmrCluster(answer.Cluster.Id, attributes?.Ec2SubnetId, attributes?.EmrManagedMasterSecurityGroup);
        }
        catch (AwsException e) when (e.Code is "InvalidRequestException" or "ValidationException")
        {
            return null;
        }
    }

    private sealed record DescribeClusterResponse(Cluster Cluster);

    private sealed record Cluster(string Id, InstanceAttributes? Ec2InstanceAttributes);

    private sealed record InstanceAttributes(string? Ec2SubnetId, string? EmrManagedMasterSecurityGroup);
}
