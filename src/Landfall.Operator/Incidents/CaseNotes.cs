using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Incidents;

/// <summary>What the operator has found out about an incident, besides the incident itself.</summary>
/// <param name="Id">The incident's number.</param>
internal sealed record CaseNotes(long Id)
{
    /// <summary>Who has taken it on; null while nobody has.</summary>
    public Acknowledgement? Acknowledged { get; init; }

    /// <summary>When it last came back after it was over; null for one that never did.</summary>
    public DateTimeOffset? Back { get; init; }

    /// <summary>The incident that it is a part of; null for one by itself.</summary>
    public long? PartOf { get; init; }

    /// <summary>What happened to its nodes and to what they depend on: the evidence that the search for the cause goes by.</summary>
    public IReadOnlyList<ChangeEvent> Symptoms { get; init; } = [];

    /// <summary>What was changed at its nodes and at what they depend on since it began: perhaps what mended it.</summary>
    public IReadOnlyList<ChangeEvent> Done { get; init; } = [];

    /// <summary>What the search for the cause gave; null where there was nothing to search in.</summary>
    public RootCauseReport? Report { get; init; }

    /// <summary>What a closer look at its services found, in order of name.</summary>
    public IReadOnlyList<Investigation> Investigations { get; init; } = [];

    /// <summary>What was not read while it lasted.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}
