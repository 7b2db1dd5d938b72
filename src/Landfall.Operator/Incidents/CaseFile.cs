using System.Text.Json.Serialization;
using Landfall.AIOps.Incidents;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Incidents;

/// <summary>An incident with all that is known of it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Notes">What was found out about it.</param>
internal sealed record CaseFile(Incident Incident, CaseNotes Notes)
{
    /// <summary>What was or may be done about it, in order; as the store has it, beside the incident.</summary>
    [JsonIgnore]
    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public IncidentState State => this switch
    {
        { Notes.PartOf: not null } => IncidentState.Merged,
        { Incident.Status: IncidentStatus.Resolved } => IncidentState.Resolved,
        _ when Repairs.Any(one => one.State == RepairState.Running) => IncidentState.Repairing,
        _ when Repairs.Any(one => one.State == RepairState.Verifying) => IncidentState.Verifying,
        { Incident.Status: IncidentStatus.Recovering } => IncidentState.Recovering,
        { Notes.Acknowledged: not null } => IncidentState.Acknowledged,
        _ => IncidentState.Open,
    };

    /// <summary>True until it is over.</summary>
    [JsonIgnore]
    public bool IsLive => State is not (IncidentState.Resolved or IncidentState.Merged);

    /// <summary>Its title: the first thing that was seen, where, and how many more places are affected.</summary>
    [JsonIgnore]
    public string Title
    {
        get
        {
            var first = Incident.Alarms[0];
            var more = Incident.Radius.Affected.Count - 1;
            return $"{first.Node}: {first.Text}{(more switch { 0 => "", 1 => ", and one more is affected", _ => $", and {more} more are affected" })}";
        }
    }

    /// <summary>The file with an acknowledgement that was given after the operator last looked.</summary>
    /// <param name="given">The acknowledgement; null where there is none.</param>
    /// <returns>The file.</returns>
    public CaseFile With(Acknowledgement? given) =>
        given is null || !IsLive || given.At < LastOpened || Notes.Acknowledged?.At >= given.At ? this : this with { Notes = Notes with { Acknowledged = given } };

    /// <summary>When it was opened, or opened again: who took it on before that has not taken on what came back.</summary>
    [JsonIgnore]
    public DateTimeOffset LastOpened => Incident.Reopened == 0 ? Incident.Started : Notes.Back ?? Incident.Started;
}
