using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.Incidents;

public class IncidentTrackerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // web → api → orders → db, and reports on its own → archive
    private static readonly TopologyGraph Graph = TopologySources.FromUses(new Dictionary<string, IReadOnlyList<string>>
    {
        ["web"] = ["api"],
        ["api"] = ["orders"],
        ["orders"] = ["db"],
        ["reports"] = ["archive"],
    });

    private readonly IncidentTracker _tracker = new(Graph);

    [Fact]
    public void Observe_OneStrongSignal_OpensAnIncident()
    {
        var update = Assert.Single(Raise(0, "orders", "latency", 0.95));

        Assert.Equal(IncidentUpdateKind.Opened, update.Kind);
        Assert.Equal(["orders"], update.Incident.Radius.Affected);
        Assert.Equal(["api", "web"], update.Incident.Radius.AtRisk);
        Assert.Equal(IncidentSeverity.Low, update.Incident.Severity);
        Assert.Equal("orders", update.Incident.Cause!.Node);
        Assert.False(update.Incident.Cause.Analyzed);
    }

    [Fact]
    public void Observe_LastSignalIsClearedAndNothingIsWaitedFor_TellsThatItIsOver()
    {
        var tracker = new IncidentTracker(Graph, new IncidentOptions { ResolveAfter = TimeSpan.Zero });
        tracker.Observe(new IncidentSignal(Start, "orders", "latency", 0.95));

        Assert.Equal(IncidentUpdateKind.Resolved, Assert.Single(tracker.Observe(new IncidentSignal(Start.AddMinutes(1), "orders", "latency", 0))).Kind);
    }

    [Fact]
    public void Advance_FlappingSignalStands_LastsAsLongAsOneThatDoesNotFlap()
    {
        var tracker = new IncidentTracker(Graph, new IncidentOptions { SignalTimeout = TimeSpan.FromDays(1) });
        for (var minute = 0; minute < 8; minute += 2)
        {
            tracker.Observe(new IncidentSignal(Start.AddMinutes(minute), "orders", "latency", 0.95));
            tracker.Observe(new IncidentSignal(Start.AddMinutes(minute + 1), "orders", "latency", 0));
        }

        tracker.Observe(new IncidentSignal(Start.AddMinutes(8), "orders", "latency", 0.95));

        Assert.Empty(tracker.Advance(Start.AddHours(23)));
        Assert.Equal(IncidentStatus.Open, Assert.Single(tracker.Live).Status);
    }

    [Fact]
    public void Observe_WeakSignalsThatHangTogether_OpenOneIncidentWhenBeliefSuffices()
    {
        Assert.Empty(Raise(0, "orders", "latency", 0.7));
        Assert.Empty(Raise(1, "reports", "errors", 0.7));

        var update = Assert.Single(Raise(2, "db", "cpu", 0.7)); // 1 − 0.3·0.3 = 0.91

        Assert.Equal(["orders", "db"], update.Incident.Radius.Affected);
        Assert.Equal("db", update.Incident.Cause!.Node);
    }

    [Fact]
    public void Observe_SignalsFarApartInTimeOrTopology_StayApart()
    {
        Raise(0, "db", "cpu", 0.95);
        Raise(1, "archive", "disk", 0.95);
        Assert.Equal(2, _tracker.Live.Count);

        Clear(2, "db", "cpu");
        Raise(14, "orders", "latency", 0.95);

        Assert.Equal(["db", "archive", "orders"], _tracker.Save().Incidents.Select(i => Assert.Single(i.Radius.Affected)));
    }

    [Fact]
    public void Observe_SignalBetweenTwoIncidents_MakesThemOneTheOlder()
    {
        var tracker = new IncidentTracker(Graph, new IncidentOptions { Hops = 1 });
        tracker.Observe(Signal(0, "web", "errors", 0.95));
        tracker.Observe(Signal(1, "orders", "errors", 0.95));
        Assert.Equal(2, tracker.Live.Count);

        var update = Assert.Single(tracker.Observe(Signal(2, "api", "errors", 0.95)));

        Assert.Equal(IncidentUpdateKind.Absorbed, update.Kind);
        var incident = Assert.Single(tracker.Live);
        Assert.Equal(1, incident.Id);
        Assert.Equal(["web", "orders", "api"], incident.Radius.Affected);
        Assert.Equal(IncidentSeverity.High, incident.Severity);
        Assert.Contains(incident.Timeline, t => t.Text == "incident 2 is part of this one");
    }

    [Fact]
    public void Observe_SameSignalAgain_IsCountedAndTellsNobody()
    {
        Raise(0, "db", "cpu", 0.95);

        var updates = Enumerable.Range(1, 100).SelectMany(m => Raise(m, "db", "cpu", 0.95)).ToList();

        Assert.Empty(updates);
        var incident = Assert.Single(_tracker.Live);
        Assert.Equal(101, Assert.Single(incident.Alarms).Count);
        Assert.Single(incident.Timeline);
    }

    [Fact]
    public void Advance_AllSignalsCleared_ResolvesAfterTheQuietTime()
    {
        Raise(0, "db", "cpu", 0.95);
        Clear(5, "db", "cpu");
        Assert.Equal(IncidentStatus.Recovering, Assert.Single(_tracker.Live).Status);
        Assert.Empty(_tracker.Advance(Start.AddMinutes(14)));

        var update = Assert.Single(_tracker.Advance(Start.AddMinutes(40)));

        Assert.Equal(IncidentUpdateKind.Resolved, update.Kind);
        Assert.Equal(Start.AddMinutes(15), update.Incident.Ended);
        Assert.Empty(_tracker.Live);
    }

    [Fact]
    public void Advance_SignalNeverCleared_TimesOut()
    {
        Raise(0, "db", "cpu", 0.95);

        Assert.Empty(_tracker.Advance(Start.AddMinutes(24)));
        Assert.Equal(Start.AddMinutes(25), Assert.Single(_tracker.Advance(Start.AddMinutes(25))).Incident.Ended);
    }

    [Fact]
    public void Observe_SignalOfAnEndedIncident_ReopensItWithinTheWindowOnly()
    {
        Raise(0, "db", "cpu", 0.95);
        Clear(1, "db", "cpu");
        _tracker.Advance(Start.AddMinutes(20));

        var reopened = Assert.Single(Raise(25, "db", "cpu", 0.5));
        Assert.Equal(IncidentUpdateKind.Reopened, reopened.Kind);
        Assert.Equal((1, 1), (reopened.Incident.Id, reopened.Incident.Reopened));

        Clear(26, "db", "cpu");
        _tracker.Advance(Start.AddMinutes(120));
        var fresh = Assert.Single(Raise(121, "db", "cpu", 0.95));
        Assert.Equal((IncidentUpdateKind.Opened, 2L), (fresh.Kind, fresh.Incident.Id));
    }

    [Fact]
    public void Observe_SignalOfAnEndedIncidentBesideALiveOne_JoinsTheLiveOne()
    {
        Raise(0, "db", "cpu", 0.95);
        Clear(1, "db", "cpu");
        _tracker.Advance(Start.AddMinutes(12));
        Raise(13, "orders", "latency", 0.95);

        var update = Assert.Single(Raise(14, "db", "cpu", 0.95));

        Assert.Equal((IncidentUpdateKind.Grown, 2L), (update.Kind, update.Incident.Id));
        Assert.Equal(["orders", "db"], Assert.Single(_tracker.Live).Radius.Affected);
    }

    [Fact]
    public void Observe_SignalThatComesAndGoes_IsHeldAsOneIncident()
    {
        var updates = new List<IncidentUpdate>();
        for (var minute = 0; minute < 120; minute += 4)
        {
            updates.AddRange(Raise(minute, "db", "cpu", 0.95));
            updates.AddRange(Clear(minute + 2, "db", "cpu"));
        }

        Assert.Equal(IncidentUpdateKind.Opened, Assert.Single(updates).Kind);
        var incident = Assert.Single(_tracker.Live);
        Assert.Equal(IncidentStatus.Open, incident.Status);
        Assert.Single(incident.Timeline, t => t.Text.Contains("comes and goes", StringComparison.Ordinal));
        Assert.InRange(incident.Timeline.Count, 1, 10);
        Assert.Equal(IncidentUpdateKind.Resolved, Assert.Single(_tracker.Advance(Start.AddHours(4))).Kind);
    }

    [Fact]
    public void Observe_DeploymentShortlyBefore_IsSuspectedAndRollBackSuggested()
    {
        _tracker.Observe(new ChangeEvent(Start.AddMinutes(-10), "db", ChangeKind.Scaling, "2 → 1 copies"));
        _tracker.Observe(new ChangeEvent(Start.AddMinutes(-5), "orders", ChangeKind.Deployment, "orders:1.5.0"));
        _tracker.Observe(new ChangeEvent(Start.AddMinutes(-5), "archive", ChangeKind.Deployment, "archive:9"));

        var incident = Assert.Single(Raise(0, "api", "errors", 0.999)).Incident;

        Assert.Equal(["orders", "db"], incident.Changes.Select(c => c.Node));
        Assert.Equal(("orders", CauseKind.Change), (incident.Cause!.Node, incident.Cause.Kind));
        Assert.Equal((SuggestedActionKind.RollBack, "orders"), (incident.Actions[0].Kind, incident.Actions[0].Node));
    }

    [Fact]
    public void Observe_RootCauseReport_ReplacesTheGuessAndStays()
    {
        Raise(0, "api", "errors", 0.95);
        var report = new RootCauseReport(
            RootCauseVerdict.CauseFound, Start,
            [new RootCauseCandidate("db", 9, 0.8, CauseKind.Memory, [new Evidence("db", CauseKind.Memory, "memory 98 %, usually 60 %", 12)])],
            "db ran out of memory");

        var update = Assert.Single(_tracker.Observe(Start.AddMinutes(2), 1, report));
        Raise(3, "web", "errors", 0.95);

        Assert.Equal(IncidentUpdateKind.CauseChanged, update.Kind);
        var incident = Assert.Single(_tracker.Live);
        Assert.Equal(new SuspectedCause("db", CauseKind.Memory, 0.8, "memory 98 %, usually 60 %", true), incident.Cause);
        Assert.Equal([SuggestedActionKind.Restart, SuggestedActionKind.RaiseMemory, SuggestedActionKind.Investigate], incident.Actions.Select(a => a.Kind));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Observe_ScoreOutOfRange_SaysWhichSignal(double score)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Raise(0, "db", "cpu", score));

        Assert.Contains("signal 'cpu' of 'db'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_FirstAndLastMomentOfTime_NeverThrow()
    {
        _tracker.Observe(new IncidentSignal(DateTimeOffset.MinValue, "db", "cpu", 0.95));
        _tracker.Observe(new ChangeEvent(DateTimeOffset.MaxValue, "db", ChangeKind.Other, "end of time"));

        Assert.Equal(IncidentUpdateKind.Opened, Assert.Single(_tracker.Observe(new IncidentSignal(DateTimeOffset.MaxValue, "db", "cpu", 0.95))).Kind);
    }

    private static IncidentSignal Signal(double minute, string node, string name, double score) =>
        new(Start.AddMinutes(minute), node, name, score, $"score {score}");

    private IReadOnlyList<IncidentUpdate> Raise(double minute, string node, string name, double score) =>
        _tracker.Observe(Signal(minute, node, name, score));

    private IReadOnlyList<IncidentUpdate> Clear(double minute, string node, string name) =>
        _tracker.Observe(Signal(minute, node, name, 0));
}
