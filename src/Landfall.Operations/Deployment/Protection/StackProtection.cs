using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Databases;
using Landfall.Aws.LoadBalancing;
using Landfall.Aws.Tables;

namespace Landfall.Operations.Deployment.Protection;

/// <summary>Lifts what makes AWS refuse to delete a stack.</summary>
/// <param name="session">The account and region.</param>
internal sealed class StackProtection(AwsSession session)
{
    /// <summary>
    /// Lifts it from a stack that a person has agreed to delete. The stack's own goes last: were this interrupted, the next
    /// run would do all of it again.
    /// </summary>
    /// <param name="stack">The stack.</param>
    /// <param name="doomed">Those of its resources that go with it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task LiftAsync(Stack stack, IEnumerable<OwnedResource> doomed, CancellationToken cancellation)
    {
        foreach (var resource in doomed)
            await LiftAsync(resource, cancellation).ConfigureAwait(false);
        if (stack.TerminationProtection)
            await new CloudFormationClient(session).SetTerminationProtectionAsync(stack.Name, false, cancellation).ConfigureAwait(false);
    }

    private Task LiftAsync(OwnedResource resource, CancellationToken cancellation) => resource.Type switch
    {
        "AWS::ElasticLoadBalancingV2::LoadBalancer" => new LoadBalancerClient(session).AllowDeletionAsync(resource.PhysicalId, cancellation),
        "AWS::RDS::DBCluster" => new DatabaseClient(session).AllowClusterDeletionAsync(resource.PhysicalId, cancellation),
        "AWS::RDS::DBInstance" => new DatabaseClient(session).AllowInstanceDeletionAsync(resource.PhysicalId, cancellation),
        "AWS::DynamoDB::Table" => new TableClient(session).AllowDeletionAsync(resource.PhysicalId, cancellation),
        _ => Task.CompletedTask,
    };
}
