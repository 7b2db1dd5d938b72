using System.Globalization;
using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Values;
using Landfall.Operations;
using Landfall.Operations.Projects;
using Landfall.Operator.Store;

namespace Landfall.Operator.Repairs;

/// <summary>Gives or ends the order that the operator repair nothing. One that is at work heeds it before the next repair is begun.</summary>
internal sealed class FreezeOperation : Operation<FreezeParameters, RepairsFrozen>
{
    private const int LongestReason = 500;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public override string Name => "freeze";

    /// <inheritdoc />
    public override string Summary => "Keep the operator from repairing anything in an environment, for a time or until it is ended.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly | OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<RepairsFrozen> RunAsync(FreezeParameters parameters, Agreed agreed, OperationContext context)
    {
        var freeze = parameters.End ? EndOf(parameters) : BeginOf(parameters, context);
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        using var store = OperatorStore.Open(await StoreFile.FindAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false), context.Time);
        var ledger = new RepairLedger(store);
        var changed = freeze is not null || ledger.FindFreeze()?.Holds(context.Time.GetUtcNow()) == true;
        ledger.Set(freeze);
        return new RepairsFrozen(plan.App, plan.Environment, freeze is not null, freeze?.Until, changed);
    }

    private static Freeze? EndOf(FreezeParameters parameters) => parameters is { Reason: null, For: null }
        ? null
        : throw new LandfallException(ErrorCodes.RepairFreeze, "--end lets repairs go on at once, and takes neither --for nor --reason. Leave those out.");

    private static Freeze BeginOf(FreezeParameters parameters, OperationContext context)
    {
        var now = context.Time.GetUtcNow();
        var reason = Legible.Line(parameters.Reason?.Trim() ?? "");
        if (reason.Length > LongestReason)
            throw new LandfallException(ErrorCodes.RepairFreeze, string.Create(CultureInfo.InvariantCulture, $"A reason has at most {LongestReason} letters, and this one has {reason.Length}. Write the rest elsewhere."));
        if (parameters.For is not { } text)
            return new Freeze(now, context.Caller.Name, reason, null);
        return Duration.TryParse(text, out var time) && time >= Shortest && time <= Longest
            ? new Freeze(now, context.Caller.Name, reason, now + time)
            : throw new LandfallException(ErrorCodes.RepairFreeze, $"--for is '{text}', and has to be a time between {Duration.Format(Shortest)} and {Duration.Format(Longest)}, for example --for 2h.");
    }
}
