namespace Landfall.Config.Plan;

/// <summary>AWS WAF with AWS managed rules in front of the load balancer.</summary>
/// <param name="RateLimit">Requests per five minutes from one address before it is blocked, or null for no limit.</param>
public sealed record FirewallPlan(int? RateLimit);
