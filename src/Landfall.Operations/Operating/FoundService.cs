using Landfall.Aws.Containers;
using Landfall.Aws.Scaling;
using Landfall.Operations.Deployment;
using Landfall.Operations.Sleep;

namespace Landfall.Operations.Operating;

/// <summary>A service that is deployed, as it was found.</summary>
/// <param name="Target">The account and region.</param>
/// <param name="Title">Its name in the file.</param>
/// <param name="Deployed">As it was deployed.</param>
/// <param name="Running">As it runs.</param>
/// <param name="Limits">The limits of its scaling; null where its number of tasks is fixed.</param>
internal sealed record FoundService(AwsTarget Target, string Title, DeployedService Deployed, RunningService Running, ScalingLimits? Limits)
{
    /// <summary>Its services at ECS.</summary>
    public ContainerServiceClient Ecs => new(Target.Session);

    /// <summary>Its scaling.</summary>
    public ScalingClient Scaling => new(Target.Session);
}
