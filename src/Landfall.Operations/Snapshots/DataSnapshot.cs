namespace Landfall.Operations.Snapshots;

/// <summary>A database that is kept as it was.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Database">The database's name in the file.</param>
/// <param name="Arn">The ARN of its cluster or instance.</param>
/// <param name="Snapshot">The snapshot's name in RDS.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record DataSnapshot(string App, string Environment, string Database, string Arn, string Snapshot, bool DryRun);
