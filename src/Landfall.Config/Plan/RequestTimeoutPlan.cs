namespace Landfall.Config.Plan;

/// <summary>How long requests to a service may take.</summary>
/// <param name="Request">The whole answer, or null for no limit.</param>
/// <param name="Idle">How long a connection may be silent.</param>
public sealed record RequestTimeoutPlan(TimeSpan? Request, TimeSpan Idle);
