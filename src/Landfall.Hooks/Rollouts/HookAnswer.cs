namespace Landfall.Hooks.Rollouts;

/// <summary>What ECS takes as an answer.</summary>
/// <param name="HookStatus">SUCCEEDED, FAILED or IN_PROGRESS.</param>
/// <param name="CallBackDelay">Seconds until the next call, with IN_PROGRESS.</param>
/// <param name="HookDetails">What the next call gets.</param>
internal sealed record HookAnswer(string HookStatus, int? CallBackDelay, HookDetails? HookDetails);
