using Landfall.AIOps.Incidents;

namespace Landfall.Operator.Incidents;

/// <summary>An incident in a list.</summary>
/// <param name="Id">Its number in the environment.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Severity">How bad it is, or was: it only rises.</param>
/// <param name="Title">What was seen first, and where.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it was over; null while it is not.</param>
/// <param name="Affected">The services, in the order in which they were hit.</param>
/// <param name="Cause">What is thought to be the cause, in one line.</param>
/// <param name="AcknowledgedBy">Who has taken it on; null while nobody has.</param>
internal sealed record ListedIncident(
    long Id,
    IncidentState State,
    IncidentSeverity Severity,
    string Title,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    IReadOnlyList<string> Affected,
    string? Cause,
    string? AcknowledgedBy)
{
    /// <summary>Lists an incident.</summary>
    /// <param name="file">The incident.</param>
    /// <returns>Its line.</returns>
    public static ListedIncident Of(CaseFile file) => new(
        file.Incident.Id,
        file.State,
        file.Incident.Severity,
        file.Title,
        file.Incident.Started,
        file.Incident.Ended,
        file.Incident.Radius.Affected,
        CauseText.Of(file),
        file.Notes.Acknowledged?.By);
}
