using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.Incidents;

public class IncidentTrackerProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TopologyGraph Graph = new([new("a", "b"), new("b", "c"), new("c", "a"), new("d", "e")]);

    private static readonly Gen<IncidentSignal> Signal =
        from minute in Gen.Choose(-50, 400)
        from node in Gen.Elements("a", "b", "c", "d", "e", "unknown")
        from name in Gen.Elements("cpu", "errors")
        from score in Gen.Elements(0, 0.3, 0.6, 0.9, 0.95, 1)
        select new IncidentSignal(Start.AddMinutes(minute), node, name, score);

    private static readonly Arbitrary<IList<IncidentSignal>> InOrder =
        Signal.ListOf().Select(l => (IList<IncidentSignal>)l.OrderBy(s => s.Time).ToList()).ToArbitrary();

    private static readonly Arbitrary<IList<IncidentSignal>> AnyOrder =
        Signal.ListOf().Select(l => (IList<IncidentSignal>)l.ToList()).ToArbitrary();

    private static readonly Config Config = PropertyRuns.Of(200);

    [Fact]
    public void Observe_AnyOrderOfTime_KeepsEachSignalInOnePlaceAndEndsInPeace() =>
        Check.One(Config, Prop.ForAll(AnyOrder, signals =>
        {
            var tracker = new IncidentTracker(Graph);
            foreach (var signal in signals)
                tracker.Observe(signal);
            var state = tracker.Save();
            var keys = state.Incidents.Where(i => i.Ended is null).SelectMany(i => i.Alarms).Concat(state.Loose).Select(a => (a.Node, a.Name)).ToList();
            tracker.Advance(Start.AddDays(2));
            return keys.Count == keys.Distinct().Count() && tracker.Live.Count == 0 && tracker.Save().Loose.Count == 0;
        }));

    [Fact]
    public void Save_AtAnyPoint_GoesOnAsIfNothingHappened() =>
        Check.One(Config, Prop.ForAll(InOrder, Gen.Choose(0, 50).ToArbitrary(), (signals, cut) =>
        {
            var whole = new IncidentTracker(Graph);
            whole.Observe(new ChangeEvent(Start.AddMinutes(-60), "b", ChangeKind.Deployment, "b:2"));
            foreach (var signal in signals.Take(cut))
                whole.Observe(signal);
            var restored = new IncidentTracker(JsonSerializer.Deserialize<IncidentTrackerState>(JsonSerializer.Serialize(whole.Save()))!, Graph);
            return signals.Skip(cut).All(s => JsonSerializer.Serialize(whole.Observe(s)) == JsonSerializer.Serialize(restored.Observe(s)))
                && JsonSerializer.Serialize(whole.Save()) == JsonSerializer.Serialize(restored.Save());
        }));

    [Fact]
    public void Advance_AsOftenAsOneLikes_GivesTheSameEnd() =>
        Check.One(Config, Prop.ForAll(InOrder, signals =>
        {
            var (seldom, often) = (new IncidentTracker(Graph), new IncidentTracker(Graph));
            var (ends, oftenEnds) = (new List<(long, DateTimeOffset?)>(), new List<(long, DateTimeOffset?)>());
            foreach (var signal in signals)
            {
                ends.AddRange(Ends(seldom.Observe(signal)));
                for (var t = often.Save().Now; t > DateTimeOffset.MinValue && t < signal.Time; t = t.AddMinutes(1))
                    oftenEnds.AddRange(Ends(often.Advance(t)));
                oftenEnds.AddRange(Ends(often.Observe(signal)));
            }

            return ends.Order().SequenceEqual(oftenEnds.Order());
        }));

    [Fact]
    public void Observe_SignalsForEver_KeepsWithinItsLimits()
    {
        var options = new IncidentOptions { MaxSignals = 50, MaxTimeline = 20 };
        var tracker = new IncidentTracker(TopologyGraph.Empty, options);
        for (var i = 0; i < 5_000; i++)
        {
            tracker.Observe(new IncidentSignal(Start.AddSeconds(i), $"node{i % 7}", $"signal{i}", i % 3 == 0 ? 0.95 : 0.1));
            tracker.Observe(new ChangeEvent(Start.AddSeconds(i), "node1", ChangeKind.Other, $"change {i}"));
        }

        var state = tracker.Save();
        Assert.InRange(state.Incidents.Sum(i => i.Alarms.Count), 1, 7 * 50);
        Assert.InRange(state.Incidents.Max(i => i.Timeline.Count), 1, 20);
        Assert.InRange(state.Loose.Count, 0, 50);
        Assert.InRange(state.Changes.Count, 0, 50);
    }

    [Fact]
    public void Observe_MillionEqualSignals_AreOneIncidentOfTheSameSize()
    {
        var tracker = new IncidentTracker(Graph);
        for (var i = 0; i < 1_000_000; i++)
            tracker.Observe(new IncidentSignal(Start, "a", "cpu", 0.95));

        var incident = Assert.Single(tracker.Live);
        Assert.Equal(1_000_000, Assert.Single(incident.Alarms).Count);
        Assert.Single(incident.Timeline);
    }

    private static IEnumerable<(long, DateTimeOffset?)> Ends(IReadOnlyList<IncidentUpdate> updates) =>
        updates.Where(u => u.Kind == IncidentUpdateKind.Resolved).Select(u => (u.Incident.Id, u.Incident.Ended));
}
