using System.Globalization;
using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Operations;
using Landfall.Operations.Projects;

namespace Landfall.Operator.Incidents;

/// <summary>Says that somebody has taken an incident on. An operator that is at work tells it at its next tick.</summary>
internal sealed class IncidentsAckOperation : Operation<IncidentsAckParameters, IncidentAcknowledged>
{
    private const int LongestNote = 500;

    /// <inheritdoc />
    public override string Name => "incidents ack";

    /// <inheritdoc />
    public override string Summary => "Say that you have taken an incident on, so that others need not.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<IncidentAcknowledged> RunAsync(IncidentsAckParameters parameters, Agreed agreed, OperationContext context)
    {
        var note = Legible.Line(parameters.Note?.Trim() ?? "");
        if (note.Length > LongestNote)
            throw new LandfallException(ErrorCodes.IncidentUnknown, string.Create(CultureInfo.InvariantCulture, $"A note has at most {LongestNote} letters, and this one has {note.Length}. Write the rest where the incident is worked on."));
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var (store, _) = await KnownIncidents.OpenAsync(plan, parameters.Local, context).ConfigureAwait(false);
        using (store)
        {
            var file = store.Find(parameters.Id) ?? throw KnownIncidents.Unknown(plan, parameters.Id);
            if (file.Notes.PartOf is { } whole)
                throw new LandfallException(ErrorCodes.IncidentUnknown, string.Create(CultureInfo.InvariantCulture, $"Incident {parameters.Id} became a part of incident {whole}. Take that one on: landfall incidents ack {whole} --env {plan.Environment}"));
            if (!file.IsLive)
                throw new LandfallException(ErrorCodes.IncidentUnknown, string.Create(CultureInfo.InvariantCulture, $"Incident {parameters.Id} is over since {file.Incident.Ended!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC, so that nobody need take it on. 'landfall incidents {parameters.Id} --env {plan.Environment}' shows it."));
            if (file.Notes.Acknowledged is { } already && already.By == context.Caller.Name && already.Note == note)
                return new IncidentAcknowledged(plan.App, plan.Environment, parameters.Id, already.By, already.Note, Changed: false);
            store.Acknowledge(new Acknowledgement(parameters.Id, context.Time.GetUtcNow(), context.Caller.Name, note));
            return new IncidentAcknowledged(plan.App, plan.Environment, parameters.Id, context.Caller.Name, note, Changed: true);
        }
    }
}
