using System.Globalization;
using Landfall.AIOps.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;
using Landfall.Operator.Store;

namespace Landfall.Operator.Tests.Store;

/// <summary>An operator whose environment fails and heals by a fixed plan; each tick begins where the one before was saved.</summary>
internal static class Victim
{
    public const string Word = "victim";

    /// <summary>Runs ticks until so many are saved, in this process or in those before it.</summary>
    public static async Task<int> RunAsync(string file, int ticks)
    {
        using var store = OperatorStore.Open(file, new FastTime());
        var lease = await TakeAsync(store);
        while (Run(store, lease) < ticks)
            continue;
        store.GiveBack(lease);
        return 0;
    }

    /// <summary>Runs one tick, and gives how many there were.</summary>
    public static int Run(OperatorStore store, Lease lease)
    {
        var state = store.Load() ?? OperatorState.Empty;
        var tick = state.Tracker.Now == DateTimeOffset.MinValue ? 0 : (int)(state.Tracker.Now - Scene.Noon).TotalMinutes + 1;
        var at = Scene.At(tick);

        // Three services fail in turn, each for five minutes of every fifty: many incidents are open, over, and back.
        string[] nodes = ["api", "mailer", "web"];
        var signals = nodes.Where((_, i) => (tick + (i * 17)) % 50 < 5).Select(node => new IncidentSignal(at, node, "tasks", 0.99, string.Create(CultureInfo.InvariantCulture, $"down at {tick}")));
        var step = new OperatorLoop(Scene.Graph, new OperatorOptions()).Step(state, new Observation(at, [new SourceReading("plan") { Signals = [.. signals] }], []));
        store.Save(lease, at, step);
        return tick + 1;
    }

    // The operator before was killed and has not given its lease back.
    private static async Task<Lease> TakeAsync(OperatorStore store)
    {
        while (true)
        {
            try
            {
                return store.Take("victim");
            }
            catch (Config.LandfallException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }
}
