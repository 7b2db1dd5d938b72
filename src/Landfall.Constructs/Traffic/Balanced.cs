using Amazon.CDK.AWS.ECS;

namespace Landfall.Constructs.Traffic;

/// <summary>A service's place behind a load balancer.</summary>
/// <param name="TargetGroups">Names of its target groups in metrics; two where ECS shifts traffic between them.</param>
/// <param name="LoadBalancer">Name of the load balancer in metrics.</param>
/// <param name="Attachment">What ECS needs to register tasks.</param>
internal sealed record Balanced(
    IReadOnlyList<string> TargetGroups,
    string LoadBalancer,
    CfnService.LoadBalancerProperty Attachment);
