using FsCheck;
using FsCheck.Fluent;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;
using Landfall.Operator.Store;

namespace Landfall.Operator.Tests.Loop;

/// <summary>The state machine under looks of any kind, one minute after the other: what stands, what cannot be read, what was changed, who took what on.</summary>
public sealed class OperatorLoopProperties
{
    private static readonly string[] Nodes = ["web", "api", "mailer", "orders", "unknown"];

    private static readonly Gen<SourceReading> Reading =
        from down in Gen.Elements(Nodes).ListOf()
        from unread in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        from calm in Gen.Elements(true, false)
        from changed in Gen.Frequency((1, Gen.Elements(Nodes).Select(node => (string?)node)), (4, Gen.Constant((string?)null)))
        select new SourceReading("s")
        {
            Signals = calm || unread ? [] : [.. down.Distinct().Select(node => Scene.Down(node, 0))],
            Changes = changed is null ? [] : [Scene.Release(changed, 0)],
            Gaps = unread ? [new Gap("s", "s", "no answer")] : [],
        };

    private static readonly Gen<(int Minutes, SourceReading Reading, long Taken)> Look =
        from minutes in Gen.Frequency((9, Gen.Choose(1, 12)), (1, Gen.Choose(100, 1000)))
        from reading in Reading
        from taken in Gen.Choose(0, 4)
        select (minutes, reading, (long)taken);

    private static readonly Arbitrary<IList<(int Minutes, SourceReading Reading, long Taken)>> Looks = Look.ListOf().Select(looks => (IList<(int, SourceReading, long)>)looks).ToArbitrary();

    private static readonly (IncidentState From, IncidentState To)[] Never =
    [
        (IncidentState.Merged, IncidentState.Open), (IncidentState.Merged, IncidentState.Resolved), (IncidentState.Resolved, IncidentState.Recovering),
        (IncidentState.Resolved, IncidentState.Acknowledged), (IncidentState.Resolved, IncidentState.Merged), (IncidentState.Acknowledged, IncidentState.Open),
    ];

    [Fact]
    public void Step_AnyLooks_KeepsTheStateMachine() => Check.One(PropertyRuns.Of(300), Prop.ForAll(Looks, looks =>
    {
        var (states, highest) = (new Dictionary<long, IncidentState>(), 0L);
        foreach (var (before, seen, step) in Run(looks))
        {
            foreach (var file in step.Cases)
            {
                var id = file.Incident.Id;
                var isNew = !states.TryGetValue(id, out var earlier);
                Assert.True(!isNew || id > highest, "numbers are given once, in order");
                Assert.True(isNew || !Never.Contains((earlier, file.State)) || step.Events.Any(e => e.Incident == id && e.Kind == OperatorEventKind.Reopened), $"{earlier} → {file.State}");
                Assert.Equal(isNew && file.State != IncidentState.Merged, step.Events.Any(e => e.Incident == id && e.Kind == OperatorEventKind.Opened) && file.State != IncidentState.Merged);
                (states[id], highest) = (file.State, Math.Max(highest, id));
            }

            // What stands is in one incident that is open, and what cannot be read is held.
            var standing = seen.Readings.SelectMany(r => r.Signals).Select(s => s.Node).ToHashSet();
            var open = step.Cases.Where(f => f.State is IncidentState.Open or IncidentState.Acknowledged).ToList();
            Assert.All(standing, node => Assert.Single(open, f => f.Incident.Alarms.Any(a => a.Node == node && a.Raised)));
            if (seen.Readings[0].Gaps.Count > 0)
                Assert.True(before.Raised.ToHashSet().SetEquals(step.State.Raised));
            Assert.Equal(step.Events.Count, step.Events.Distinct().Count());
        }

        return true;
    }));

    [Fact]
    public void Step_StateSavedAndReadAtAnyPoint_GivesTheSame() => Check.One(PropertyRuns.Of(100), Prop.ForAll(Looks, looks =>
    {
        var loop = new OperatorLoop(Scene.Graph, new OperatorOptions());
        foreach (var (before, seen, step) in Run(looks))
        {
            var again = loop.Step(StoreJson.Read<OperatorState>(StoreJson.Write(before), "test"), seen);
            Assert.Equal(StoreJson.Write(step), StoreJson.Write(again));
        }

        return true;
    }));

    private static IEnumerable<(OperatorState Before, Observation Seen, OperatorStep Step)> Run(IEnumerable<(int Minutes, SourceReading Reading, long Taken)> looks)
    {
        var loop = new OperatorLoop(Scene.Graph, new OperatorOptions());
        var (state, at, given) = (OperatorState.Empty, 0, new Dictionary<long, Acknowledgement>());
        foreach (var (minutes, reading, taken) in looks)
        {
            at += minutes;
            if (taken > 0)
                given[taken] = new Acknowledgement(taken, Scene.At(at), "ada", "");
            var moved = reading with
            {
                Signals = [.. reading.Signals.Select(signal => signal with { Time = Scene.At(at) })],
                Changes = [.. reading.Changes.Select(change => change with { Time = Scene.At(at - 1) })],
            };
            var seen = new Observation(Scene.At(at), [moved], [.. given.Values]);
            var step = loop.Step(state, seen);
            yield return (state, seen, step);
            state = step.State;
        }
    }
}
