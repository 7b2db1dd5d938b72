using Landfall.AIOps.Changes;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.RootCause;

/// <summary>Everything that is known about one incident. Any part may be missing.</summary>
public sealed record IncidentCase
{
    /// <summary>Metrics of any nodes.</summary>
    public IReadOnlyList<MetricSeries> Metrics { get; init; } = [];

    /// <summary>Log lines of the incident and of the time before it.</summary>
    public IReadOnlyList<LogRecord> Logs { get; init; } = [];

    /// <summary>Spans of the incident and of the time before it.</summary>
    public IReadOnlyList<TraceSpan> Spans { get; init; } = [];

    /// <summary>Changes and events.</summary>
    public IReadOnlyList<ChangeEvent> Changes { get; init; } = [];

    /// <summary>The known dependencies. Those seen in <see cref="Spans"/> are added to them.</summary>
    public TopologyGraph Topology { get; init; } = TopologyGraph.Empty;

    /// <summary>Where trouble was noticed, or null when the whole system is searched.</summary>
    public IncidentTarget? Target { get; init; }

    /// <summary>When trouble began, or null when that is to be found out.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary>
    /// A period that was known to be good, which may be long before the incident, or null when everything up to the
    /// onset is what the incident is compared with.
    /// </summary>
    public TimeRange? Reference { get; init; }
}
