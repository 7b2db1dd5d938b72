namespace Landfall.Operations.Sleep;

/// <summary>Brings the services of an environment back to what was deployed.</summary>
internal sealed class WakeOperation : Operation<SleepParameters, SleepReport>
{
    /// <inheritdoc />
    public override string Name => "wake";

    /// <inheritdoc />
    public override string Summary => "Wake an environment: its services run as many tasks as by day.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override Task<SleepReport> RunAsync(SleepParameters parameters, Agreed agreed, OperationContext context) =>
        new EnvironmentTasks(context).SetAsync(parameters, asleep: false, question: null, agreed);
}
