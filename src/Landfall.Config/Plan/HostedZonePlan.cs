namespace Landfall.Config.Plan;

/// <summary>A Route 53 hosted zone.</summary>
/// <param name="Name">The zone's name, for example <c>example.com</c>.</param>
/// <param name="Id">The zone's id, or null when it has not been looked up.</param>
public sealed record HostedZonePlan(string Name, string? Id);
