namespace Landfall.Hooks.Rollouts;

/// <summary>What ECS calls the function with (Amazon ECS Developer Guide, "Lambda hooks for Amazon ECS service deployments").</summary>
/// <param name="ExecutionId">The execution of the hook.</param>
/// <param name="LifecycleStage">The stage that the deployment is at.</param>
/// <param name="ResourceArn">The deployment.</param>
/// <param name="ExecutionDetails">What is deployed.</param>
/// <param name="HookDetails">What the template gave, or what the function answered before.</param>
internal sealed record HookEvent(string? ExecutionId, string? LifecycleStage, string? ResourceArn, ExecutionDetails? ExecutionDetails, HookDetails? HookDetails);
