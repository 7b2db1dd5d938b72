using Landfall.AIOps.Incidents;
using Landfall.Aws.Alarms;
using Landfall.Config.Loading;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Alarms;
using Landfall.Operations.Deployment;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Sources;

/// <summary>The alarms of an environment that have gone off.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
internal sealed class AlarmSource(AwsTarget target, AppPlan plan) : ISignalSource
{
    // Whoever set its threshold had something in mind: it is seldom wrong, and enough to open an incident alone.
    private const double Score = 0.95;

    private readonly AlarmOwner _owners = new(plan);

    /// <inheritdoc />
    public string Name => "CloudWatch alarms";

    /// <inheritdoc />
    public async Task<SourceReading> ReadAsync(DateTimeOffset now, CancellationToken stop)
    {
        var alarms = await new AlarmClient(target.Session).ListAsync($"{plan.Prefix}-", stop).ConfigureAwait(false);
        return new SourceReading(Name)
        {
            Signals =
            [
                // Somebody who switches an alarm's actions off wants nobody to be told: 'landfall sleep' does so.
                .. from alarm in alarms
                   where alarm is { State: "ALARM", Acts: true }
                   let stack = _owners.Of(alarm.Name)
                   where stack is not null
                   select new IncidentSignal(alarm.Since ?? now, NodeOf(stack), $"alarm {alarm.Name[(stack.Name.Length + 1)..]}", Score, Legible.Line($"alarm {alarm.Name}: {alarm.Reason}")),
            ],
        };
    }

    /// <summary>The service that a stack's alarms are of; the environment itself for those of its edge.</summary>
    private string NodeOf(StackPlan stack) => stack.Service is { } owner ? plan.Services.Single(service => service.Name == owner).Title : plan.Prefix;
}
