using Landfall.Operations.Deployment;
using Landfall.Operations.Logs;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Events;

/// <summary>What has happened in an environment.</summary>
internal sealed class EventsOperation : Operation<EventsParameters, EnvironmentEvents>
{
    /// <inheritdoc />
    public override string Name => "events";

    /// <inheritdoc />
    public override string Summary => "List what has happened: to services, tasks, stacks and alarms, as one.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<EnvironmentEvents> RunAsync(EventsParameters parameters, Agreed agreed, OperationContext context)
    {
        var since = LogTime.Of(parameters.Since, TimeSpan.FromHours(1), context.Time.GetUtcNow());
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var services = ServiceChoice.Of(plan, parameters.Services);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await new EventReader(target, plan, services, parameters.Services.Count == 0).ReadAsync(since, context.Stop).ConfigureAwait(false);
    }
}
