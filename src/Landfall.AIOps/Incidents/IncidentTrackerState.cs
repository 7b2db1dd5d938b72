using Landfall.AIOps.Changes;

namespace Landfall.AIOps.Incidents;

/// <summary>All that an <see cref="IncidentTracker"/> knows, as plain data. The topology is given anew.</summary>
/// <param name="Now">The latest time seen.</param>
/// <param name="NextId">The id of the next incident.</param>
/// <param name="Incidents">Incidents that are open, or were resolved so recently that they can be reopened.</param>
/// <param name="Loose">Signals that belong to no incident.</param>
/// <param name="Changes">Changes that an incident may yet be put down to.</param>
public sealed record IncidentTrackerState(
    DateTimeOffset Now,
    long NextId,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<Alarm> Loose,
    IReadOnlyList<ChangeEvent> Changes);
