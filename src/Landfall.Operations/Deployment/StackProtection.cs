using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.LoadBalancing;

namespace Landfall.Operations.Deployment;

/// <summary>What makes AWS refuse to delete the stacks of a protected environment.</summary>
/// <param name="session">The account and region.</param>
internal sealed class StackProtection(AwsSession session)
{
    /// <summary>
    /// Lifts it from a stack that a person has agreed to delete. The stack's own goes last: were this interrupted, the next
    /// run would do all of it again.
    /// </summary>
    /// <param name="stack">The stack.</param>
    /// <param name="resources">The stack's resources.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task LiftAsync(Stack stack, IReadOnlyList<StackResource> resources, CancellationToken cancellation)
    {
        if (!stack.TerminationProtection)
            return;

        var balancers = new LoadBalancerClient(session);
        foreach (var balancer in resources.Where(r => r.Type == "AWS::ElasticLoadBalancingV2::LoadBalancer"))
            await balancers.AllowDeletionAsync(balancer.PhysicalId, cancellation).ConfigureAwait(false);
        await new CloudFormationClient(session).AllowDeletionAsync(stack.Name, cancellation).ConfigureAwait(false);
    }
}
