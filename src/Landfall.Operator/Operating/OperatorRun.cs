using System.Runtime.CompilerServices;
using Landfall.Config.Plan;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Repairs;
using Landfall.Operator.Signals;
using Landfall.Operator.Store;

namespace Landfall.Operator.Operating;

/// <summary>Runs the loop for one environment: read, think, save, repair, tell. A tick is told only once it is saved.</summary>
/// <param name="plan">The environment.</param>
/// <param name="reader">Reads its sources.</param>
/// <param name="investigator">Takes closer looks.</param>
/// <param name="loop">Thinks.</param>
/// <param name="desk">Repairs.</param>
/// <param name="time">The clock.</param>
internal sealed class OperatorRun(AppPlan plan, SignalReader reader, IInvestigator investigator, OperatorLoop loop, RepairDesk desk, TimeProvider time)
{
    /// <summary>Runs it.</summary>
    /// <param name="file">Where it keeps what it knows.</param>
    /// <param name="owner">Who runs it, for others who want to.</param>
    /// <param name="every">The time between two ticks; null for one tick.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The ticks.</returns>
    public async IAsyncEnumerable<OperatorTick> RunAsync(string file, string owner, TimeSpan? every, [EnumeratorCancellation] CancellationToken stop)
    {
        using var store = OperatorStore.Open(file, time);
        var lease = store.Take(owner);
        var keeper = new LeaseKeeper(file, lease, time);
        try
        {
            var state = store.Load() ?? OperatorState.Empty;
            while (true)
            {
                var began = time.GetTimestamp();
                var (now, step) = await TickAsync(store, state, stop).ConfigureAwait(false);
                store.Save(lease, now, step);
                state = step.State;
                var repaired = await desk.StepAsync(store, lease, state.Cases(), stop).ConfigureAwait(false);
                var repairs = new RepairLedger(store).All().ToLookup(one => one.Incident);
                var live = state.Cases().Where(one => one.IsLive).Select(one => ListedIncident.Of(one with { Repairs = [.. repairs[one.Incident.Id]] }));
                yield return new OperatorTick(plan.App, plan.Environment, now, [.. step.Events, .. repaired], [.. live], state.Gaps);
                if (every is not { } between)
                    yield break;
                var left = between - time.GetElapsedTime(began);
                await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            await keeper.DisposeAsync().ConfigureAwait(false);
            store.GiveBack(lease);
        }
    }

    private async Task<(DateTimeOffset Now, OperatorStep Step)> TickAsync(OperatorStore store, OperatorState state, CancellationToken stop)
    {
        var readings = await reader.ReadAsync(time.GetUtcNow(), stop).ConfigureAwait(false);

        // After the reading: no signal is of a later time than the tick, and the tracker's time never goes back.
        var now = time.GetUtcNow();
        if (now < state.Tracker.Now)
            now = state.Tracker.Now;
        var step = loop.Step(state, new Observation(now, readings, store.Acknowledgements()));
        var services = loop.WorthALook(step.State, now);
        return services.Count == 0
            ? (now, step)
            : (now, OperatorLoop.Learn(step, await investigator.LookAsync(services, now, stop).ConfigureAwait(false)));
    }
}
