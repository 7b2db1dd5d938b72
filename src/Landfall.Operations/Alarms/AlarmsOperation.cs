using Landfall.Aws.Alarms;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Alarms;

/// <summary>The alarms of an environment, those that have gone off first.</summary>
internal sealed class AlarmsOperation : Operation<AlarmsParameters, EnvironmentAlarms>
{
    private static readonly string[] Order = ["ALARM", "INSUFFICIENT_DATA", "OK"];

    /// <inheritdoc />
    public override string Name => "alarms";

    /// <inheritdoc />
    public override string Summary => "List the alarms and the state of each, those that have gone off first.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<EnvironmentAlarms> RunAsync(AlarmsParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var services = ServiceChoice.Of(plan, parameters.Services);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var alarms = await new AlarmClient(target.Session).ListAsync($"{plan.Prefix}-", context.Stop).ConfigureAwait(false);
        return new EnvironmentAlarms(plan.App, plan.Environment, context.Time.GetUtcNow(), Of(plan, parameters.Services.Count == 0 ? null : services, alarms));
    }

    /// <summary>Puts alarms in order.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="services">Only those of these services; null for all.</param>
    /// <param name="alarms">The alarms.</param>
    /// <returns>How they are.</returns>
    internal static IReadOnlyList<AlarmState> Of(AppPlan plan, IReadOnlyList<ServicePlan>? services, IEnumerable<MetricAlarmState> alarms)
    {
        var owners = new AlarmOwner(plan);
        return
        [
            .. from alarm in alarms
               let owner = owners.Of(alarm.Name)
               where owner is not null
               let service = plan.Services.FirstOrDefault(service => service.Name == owner.Service)
               where services is null || (service is not null && services.Contains(service))
               orderby Array.IndexOf(Order, alarm.State), alarm.Name
               select new AlarmState(alarm.Name, service?.Title, alarm.State, alarm.Since, alarm.Reason, alarm.Description, alarm.Acts),
        ];
    }
}
