namespace Landfall.Aws.LoadBalancing;

/// <summary>What a load balancer thinks of one target.</summary>
/// <param name="Target">The target: an address or id, with its port.</param>
/// <param name="State">For example <c>unhealthy</c>.</param>
/// <param name="Reason">For example <c>Target.ResponseCodeMismatch</c>; empty for a healthy target.</param>
/// <param name="Description">The reason in words; may be empty.</param>
public sealed record TargetHealth(string Target, string State, string Reason, string Description);
