namespace Landfall.Aws.Zones;

/// <summary>A resource whose traffic can be shifted away from a zone.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Zones">The ids of the zones that it is in.</param>
public sealed record ManagedBalancer(string Arn, IReadOnlyList<string> Zones);
