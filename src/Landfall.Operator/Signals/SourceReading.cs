using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;

namespace Landfall.Operator.Signals;

/// <summary>What a source says at one moment.</summary>
/// <param name="Source">The source's name.</param>
internal sealed record SourceReading(string Source)
{
    /// <summary>All that is out of the ordinary now; each with the time since when it is. What is missing here is over, unless there are <see cref="Gaps"/>.</summary>
    public IReadOnlyList<IncidentSignal> Signals { get; init; } = [];

    /// <summary>What was done to the environment of late. What has been told may be told again.</summary>
    public IReadOnlyList<ChangeEvent> Changes { get; init; } = [];

    /// <summary>What happened to nodes of late and is evidence of a cause: tasks that ended. What has been told may be told again.</summary>
    public IReadOnlyList<ChangeEvent> Symptoms { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}
