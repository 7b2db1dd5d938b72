namespace Landfall.Aws.Databases;

/// <summary>A database as it was.</summary>
/// <param name="Id">The snapshot's name in RDS.</param>
/// <param name="Database">The identifier of the cluster or instance that it was taken of.</param>
/// <param name="Type">RDS's word for who made it, for example <c>manual</c> or <c>automated</c>.</param>
/// <param name="Status">RDS's word, for example <c>available</c>.</param>
/// <param name="Engine">RDS's name of the engine.</param>
/// <param name="EngineVersion">The full version.</param>
/// <param name="StorageGiB">The storage that was allocated.</param>
/// <param name="Taken">When it was taken; null until it is.</param>
public sealed record DatabaseSnapshot(string Id, string Database, string Type, string Status, string Engine, string EngineVersion, int StorageGiB, DateTimeOffset? Taken);
