using Landfall.Aws;
using Landfall.Aws.Databases;

namespace Landfall.Operations.Deployment.Protection;

/// <summary>
/// Databases that no stack has, in a group of subnets that goes with one: what <c>data restore</c> made, or somebody by hand. RDS
/// keeps the group for as long as one is in it (DeleteDBSubnetGroup, InvalidDBSubnetGroupStateFault), so that its stack would fail
/// half-way through the deletion.
/// </summary>
internal static class SubnetGroupGuests
{
    /// <summary>Finds them.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="plan">What would be deleted.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their names, in order; none, without a call, where no group goes.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(AwsSession session, DeletionPlan plan, CancellationToken cancellation)
    {
        var doomed = plan.Doomed.SelectMany(stack => stack).ToList();
        var groups = Ids(doomed, "AWS::RDS::DBSubnetGroup");
        if (groups.Count == 0)
            return [];
        var own = Ids(doomed, "AWS::RDS::DBCluster", "AWS::RDS::DBInstance");
        var reader = new DatabaseReader(session);
        var clusters = await reader.ListClustersAsync(cancellation).ConfigureAwait(false);
        var instances = await reader.ListInstancesAsync(cancellation).ConfigureAwait(false);

        // An instance of a cluster is in the cluster's group: the cluster alone is told.
        var members = clusters.SelectMany(cluster => cluster.Members).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. clusters.Concat(instances.Where(instance => !members.Contains(instance.Id)))
                .Where(database => database.SubnetGroup is { } group && groups.Contains(group) && !own.Contains(database.Id))
                .Select(database => database.Id)
                .Order(StringComparer.Ordinal),
        ];
    }

    // RDS writes names in lower case, whatever they were given as.
    private static HashSet<string> Ids(IEnumerable<OwnedResource> resources, params string[] types) =>
        resources.Where(resource => types.Contains(resource.Type)).Select(resource => resource.PhysicalId).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
