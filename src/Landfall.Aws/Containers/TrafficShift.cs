namespace Landfall.Aws.Containers;

/// <summary>A deployment of a service that moves traffic from one version to another.</summary>
/// <param name="Deployment">Its ARN.</param>
/// <param name="Started">When ECS began it.</param>
/// <param name="NewShare">
/// How much of the traffic goes to the new version, in percent, from 0 to 100: a snapshot of ECS's, which "may not reflect
/// real-time changes" (API Reference, ServiceRevisionSummary).
/// </param>
/// <param name="New">Where the load balancer counts what the new version answers; empty where ECS does not say.</param>
/// <param name="Old">The same of the old version.</param>
public sealed record TrafficShift(
    string Deployment, DateTimeOffset Started, double NewShare, IReadOnlyList<ServedGroup> New, IReadOnlyList<ServedGroup> Old);
