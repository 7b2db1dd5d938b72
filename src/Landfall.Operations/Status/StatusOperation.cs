using System.Runtime.CompilerServices;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Status;

/// <summary>How an environment is, and how that changes.</summary>
internal sealed class StatusOperation : Operation<StatusParameters, StatusReport>
{
    /// <inheritdoc />
    public override string Name => "status";

    /// <inheritdoc />
    public override string Summary => "Show how services are: tasks, health, rollouts, tasks that failed; and jobs, sites, databases, queues and alarms.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<StatusReport> RunAsync(StatusParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var services = ServiceChoice.Of(plan, parameters.Services);
        var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return new StatusReport(parameters.Watch, StatesAsync(target, new StatusReader(target, plan, services, parameters.Services.Count == 0), parameters.Watch, context.Time, context.Stop));
    }

    private static async IAsyncEnumerable<EnvironmentStatus> StatesAsync(
        AwsTarget target, StatusReader reader, bool watch, TimeProvider time, [EnumeratorCancellation] CancellationToken stop)
    {
        using (target)
        {
            while (true)
            {
                yield return await reader.ReadAsync(time.GetUtcNow(), stop).ConfigureAwait(false);
                if (!watch)
                    yield break;
                await Task.Delay(TimeSpan.FromSeconds(target.IsLocal ? 1 : 5), time, stop).ConfigureAwait(false);
            }
        }
    }
}
