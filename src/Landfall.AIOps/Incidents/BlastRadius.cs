namespace Landfall.AIOps.Incidents;

/// <summary>How far an incident reaches.</summary>
/// <param name="Affected">Nodes with a signal, in the order in which they were hit.</param>
/// <param name="AtRisk">Nodes without a signal that depend on an affected one, directly or not, by name.</param>
public sealed record BlastRadius(IReadOnlyList<string> Affected, IReadOnlyList<string> AtRisk);
