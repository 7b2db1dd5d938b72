namespace Landfall.Operations.Status;

/// <summary>How an environment is.</summary>
/// <param name="Watched">True where more states follow the first, until somebody interrupts.</param>
/// <param name="States">Its states, one after the other.</param>
internal sealed record StatusReport(bool Watched, IAsyncEnumerable<EnvironmentStatus> States);
