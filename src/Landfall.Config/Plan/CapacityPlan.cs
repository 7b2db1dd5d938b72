namespace Landfall.Config.Plan;

/// <summary>Provisioned throughput of a table.</summary>
/// <param name="Read">Read capacity units.</param>
/// <param name="Write">Write capacity units.</param>
public sealed record CapacityPlan(int Read, int Write);
