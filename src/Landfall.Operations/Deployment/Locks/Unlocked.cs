namespace Landfall.Operations.Deployment.Locks;

/// <summary>What became of an environment's lock.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Lock">Whose lock was broken; null when there was none, or none that can be read.</param>
/// <param name="Broken">True when there was a lock, which is gone now.</param>
internal sealed record Unlocked(string App, string Environment, LockRecord? Lock, bool Broken);
