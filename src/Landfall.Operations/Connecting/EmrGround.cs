using Landfall.Aws.Ec2;
using Landfall.Aws.ElasticMapReduce;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Status;

namespace Landfall.Operations.Connecting;

/// <summary>What lies between a service and an EMR cluster.</summary>
/// <param name="ServiceGroup">The security group of the service's tasks.</param>
/// <param name="ClusterGroup">That of the cluster's primary node.</param>
internal sealed record EmrGround(string ServiceGroup, ExistingGroup ClusterGroup)
{
    /// <summary>Finds both.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="groups">The account's security groups.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="service">The service.</param>
    /// <param name="clusterId">The cluster's id.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The two groups, which are in one VPC.</returns>
    /// <exception cref="LandfallException">One is not there, or the service cannot reach the cluster.</exception>
    public static async Task<EmrGround> FindAsync(AwsTarget target, SecurityGroupClient groups, AppPlan plan, ServicePlan service, string clusterId, CancellationToken stop)
    {
        var cluster = await new ElasticMapReduceClient(target.Session).FindAsync(clusterId, stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.EmrClusterMissing, $"There is no EMR cluster '{clusterId}' in {target.Region}. 'aws emr list-clusters --active' lists those there are.");
        if (cluster.MasterSecurityGroup is not { } primary)
            throw new LandfallException(ErrorCodes.EmrClusterOutOfReach, $"EMR cluster '{clusterId}' has no security group of its primary node yet, or is in no VPC. Wait until it runs.");
        using var store = new ParameterStore(target.Session);
        var own = await store.FindAsync(new PublishedAddresses(plan).SecurityGroup(service.Name), stop).ConfigureAwait(false) ?? throw NotDeployed.Of(plan, service.Title);
        var found = (await groups.FindAsync([own, primary], stop).ConfigureAwait(false)).ToDictionary(group => group.Id, StringComparer.Ordinal);
        if (!found.TryGetValue(own, out var ours))
            throw NotDeployed.Of(plan, service.Title);
        if (!found.TryGetValue(primary, out var theirs))
            throw new LandfallException(ErrorCodes.EmrClusterOutOfReach, $"The security group {primary} of EMR cluster '{clusterId}' is not in this account's {target.Region}: the cluster has ended, or is another account's.");

        // Amazon VPC Peering Guide, "Update your security groups to reference peer security groups": a group of another VPC can be
        // named only across an active peering, which Landfall does not make.
        return ours.VpcId == theirs.VpcId
            ? new EmrGround(own, theirs)
            : throw new LandfallException(
                ErrorCodes.EmrClusterOutOfReach,
                $"'{service.Title}' is in VPC {ours.VpcId} and EMR cluster '{clusterId}' in {theirs.VpcId}, between which Landfall knows no way. An environment whose file says 'network: {{ import: {{ emrCluster: {clusterId} }} }}' from the beginning is in the cluster's.");
    }

    /// <summary>The rules of the cluster that admit the service on one port alone.</summary>
    /// <param name="ports">The ports.</param>
    /// <returns>The rules, in the order of the ports.</returns>
    public IReadOnlyList<GroupRule> RulesOn(IEnumerable<int> ports) =>
        [.. ports.SelectMany(port => ClusterGroup.Admits.Where(rule => rule.Source == ServiceGroup && rule.FromPort == port && rule.ToPort == port))];
}
