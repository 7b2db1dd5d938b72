namespace Landfall.AIOps.Incidents;

/// <summary>A change of an incident that people may want to hear of.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Incident">The incident after it.</param>
public sealed record IncidentUpdate(IncidentUpdateKind Kind, Incident Incident);
