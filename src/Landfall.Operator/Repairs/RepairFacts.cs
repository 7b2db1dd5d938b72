namespace Landfall.Operator.Repairs;

/// <summary>How an environment is, as far as repairs go by it.</summary>
/// <param name="Asleep">True where none of its services is to run a task.</param>
/// <param name="Busy">What is deployed or rolled out now, in words; null for nothing.</param>
/// <param name="IsWell">True where the service runs all its tasks, and nothing says that they are not well.</param>
internal sealed record RepairFacts(bool Asleep, string? Busy, bool IsWell);
