using Landfall.Config.Plan;

namespace Landfall.Operations.Networks;

/// <summary>What was found in the account and recorded beside the file.</summary>
/// <param name="File">The file that it was written to.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Region">The region.</param>
/// <param name="Zones">The zones that the account can use.</param>
/// <param name="Network">The imported network, or null.</param>
/// <param name="HostedZoneId">The hosted zone's id, or null.</param>
internal sealed record RecordedNetwork(
    string File,
    string Environment,
    string Region,
    IReadOnlyList<string> Zones,
    ImportedNetworkPlan? Network,
    string? HostedZoneId);
