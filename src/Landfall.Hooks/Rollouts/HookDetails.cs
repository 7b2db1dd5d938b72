namespace Landfall.Hooks.Rollouts;

/// <summary>Which check a hook is for, and, from the second call on, how far it has come: ECS hands it back.</summary>
/// <param name="File">The check file, as the service's file calls it.</param>
/// <param name="TimeoutSeconds">How long the check may take, from its first call on.</param>
/// <param name="Began">When it was called first, in seconds since 1970.</param>
/// <param name="Tries">How often it has failed.</param>
internal sealed record HookDetails(string File, int TimeoutSeconds, long? Began, int? Tries);
