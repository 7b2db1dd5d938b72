namespace Landfall.Aws.Containers;

/// <summary>A deployment of a service that waits for somebody.</summary>
/// <param name="Deployment">Its ARN.</param>
/// <param name="Hook">The id of the pause.</param>
/// <param name="Stage">The stage that it has come to, for example <c>POST_SCALE_UP</c>.</param>
/// <param name="Until">How long it waits; null when ECS does not say.</param>
/// <param name="Then">What ECS does then: <c>ROLLBACK</c> or <c>CONTINUE</c>.</param>
public sealed record PausedRollout(string Deployment, string Hook, string Stage, DateTimeOffset? Until, string Then);
