namespace Landfall.Operations.Sleep;

/// <summary>Takes every service of an environment to zero tasks.</summary>
internal sealed class SleepOperation : Operation<SleepParameters, SleepReport>
{
    /// <inheritdoc />
    public override string Name => "sleep";

    /// <inheritdoc />
    public override string Summary => "Put an environment to sleep: its services run no task until it is woken, by hand or by its schedule. Says what still costs.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override Task<SleepReport> RunAsync(SleepParameters parameters, Agreed agreed, OperationContext context) =>
        new EnvironmentTasks(context).SetAsync(
            parameters,
            asleep: true,
            (environment, services) => new Question(
                $"Put {environment} to sleep? {(services == 1 ? "1 service stops" : $"{services} services stop")}, and nobody answers until it wakes.", "Add --yes to put it to sleep from a script."),
            agreed);
}
