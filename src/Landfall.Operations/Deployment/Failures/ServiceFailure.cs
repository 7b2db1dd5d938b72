namespace Landfall.Operations.Deployment.Failures;

/// <summary>Why a service does not become stable, as ECS, its load balancer and its own log tell it.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Resource">The service's logical id.</param>
/// <param name="Reason">Why its last failing task ended, in ECS's words.</param>
/// <param name="Evidence">What else is known of it: containers, health checks, the end of the log; a line each.</param>
internal sealed record ServiceFailure(string Stack, string Resource, string Reason, IReadOnlyList<string> Evidence);
