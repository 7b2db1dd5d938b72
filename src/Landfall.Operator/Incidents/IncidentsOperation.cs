using Landfall.Config;
using Landfall.Operations;
using Landfall.Operations.Logs;
using Landfall.Operations.Projects;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Incidents;

/// <summary>The incidents of an environment, as its operator knows them. It asks AWS nothing.</summary>
internal sealed class IncidentsOperation : Operation<IncidentsParameters, IncidentsReport>
{
    /// <inheritdoc />
    public override string Name => "incidents";

    /// <inheritdoc />
    public override string Summary => "List what the operator found to be wrong, or show one incident: its cause, evidence, timeline, and what is not known.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<IncidentsReport> RunAsync(IncidentsParameters parameters, Agreed agreed, OperationContext context)
    {
        var since = LogTime.Of(parameters.Since, TimeSpan.FromDays(7), context.Time.GetUtcNow());
        if (parameters is { PostMortem: true, Id: null })
            throw new LandfallException(ErrorCodes.IncidentUnknown, "A post-mortem is of one incident: write its number, for example 'landfall incidents 3 --post-mortem'.");
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var (store, last) = await KnownIncidents.OpenAsync(plan, parameters.Local, context).ConfigureAwait(false);
        using (store)
        {
            if (parameters.Id is not { } id)
                return new IncidentsReport(plan.App, plan.Environment, last, [.. store.List(since).Select(ListedIncident.Of)]);
            var file = store.Find(id) ?? throw KnownIncidents.Unknown(plan, id);
            var detail = IncidentDetail.Of(file, OperatorTopology.Of(plan));
            return new IncidentsReport(plan.App, plan.Environment, last, [detail.Listed])
            {
                Detail = detail,
                PostMortem = parameters.PostMortem ? PostMortem.Of(plan, detail) : null,
            };
        }
    }
}
