using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.Operations.Explaining;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Tests.Loop;

public sealed class OperatorLoopTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Step_ServiceIsDown_OpensOneIncidentThatIsToldOnce()
    {
        var opened = Assert.Single(_scene.Look(0, Scene.Down("api", 0)));
        Assert.Equal((OperatorEventKind.Opened, 1L, "medium: api: 0 of 2 tasks run"), (opened.Kind, opened.Incident, opened.Text));

        Assert.Empty(_scene.Look(1, Scene.Down("api", 0)));
        Assert.Empty(_scene.Look(2, Scene.Down("api", 2)));
        Assert.Equal(IncidentState.Open, Assert.Single(_scene.Last.Cases).State);
    }

    [Fact]
    public void Step_EverythingIsWell_TellsNothing()
    {
        Assert.Empty(_scene.Look(0));
        Assert.Empty(_scene.Last.Cases);
    }

    [Fact]
    public void Step_SignalIsGone_RecoversAndIsOverAfterAWhile()
    {
        _scene.Look(0, Scene.Down("api", 0));

        Assert.Equal("nothing is wrong any more; it is over when that lasts 10 minutes", Assert.Single(_scene.Look(5)).Text);
        Assert.Empty(_scene.Look(14));
        var over = Assert.Single(_scene.Look(16));

        Assert.Equal((OperatorEventKind.Resolved, "over after 15 minutes"), (over.Kind, over.Text));
        Assert.Equal(IncidentState.Resolved, Assert.Single(_scene.Last.Cases).State);
    }

    [Fact]
    public void Step_NothingIsWaitedFor_IsOverAtOnce()
    {
        var scene = new Scene(new OperatorOptions { ResolveAfter = TimeSpan.Zero });
        scene.Look(0, Scene.Down("api", 0), Scene.Down("web", 0));

        var over = Assert.Single(scene.Look(3));
        Assert.Equal((OperatorEventKind.Resolved, "over after 3 minutes"), (over.Kind, over.Text));
    }

    [Fact]
    public void Step_TroubleComesBackWithinHalfAnHour_ReopensTheIncidentAndForgetsWhoTookItOn()
    {
        _scene.Look(0, Scene.Down("api", 0));
        _scene.Acknowledged.Add(new Acknowledgement(1, Scene.At(1), "ada", ""));
        _scene.Look(2);
        _scene.Look(13);

        var back = Assert.Single(_scene.Look(20, Scene.Down("api", 20)));

        Assert.Equal((OperatorEventKind.Reopened, 1L, "came back once: api: 0 of 2 tasks run"), (back.Kind, back.Incident, back.Text));
        Assert.Equal(IncidentState.Open, Assert.Single(_scene.Last.Cases).State);
        Assert.Empty(_scene.Look(21, Scene.Down("api", 20)));
    }

    [Fact]
    public void Step_TroubleComesBackLater_IsAnotherIncident()
    {
        _scene.Look(0, Scene.Down("api", 0));
        _scene.Look(2);
        _scene.Look(13);

        Assert.Equal((OperatorEventKind.Opened, 2L), Kind(Assert.Single(_scene.Look(60, Scene.Down("api", 60)))));
    }

    [Fact]
    public void Step_SignalComesAndGoes_IsHeldUntilItIsSilent()
    {
        for (var minute = 0; minute < 8; minute += 2)
        {
            _scene.Look(minute, Scene.Down("api", minute));
            _scene.Look(minute + 1);
        }

        Assert.Equal(IncidentState.Open, Assert.Single(_scene.Last.Cases).State);
        Assert.Empty(_scene.Look(20));
        Assert.Equal(OperatorEventKind.Recovering, Assert.Single(_scene.Look(38)).Kind);
    }

    [Fact]
    public void Step_WhatUsesIt_JoinsTheIncidentAndMakesItWorse()
    {
        _scene.Look(0, Scene.Down("api", 0));

        var grown = Assert.Single(_scene.Look(1, Scene.Down("api", 0), new IncidentSignal(Scene.At(1), "web", "alarm Errors", 0.95, "alarm shop-dev-web-Errors: 7 % of requests fail")));

        Assert.Equal((OperatorEventKind.Grown, 1L, "web is affected too; now high"), (grown.Kind, grown.Incident, grown.Text));
        Assert.Equal("api: 0 of 2 tasks run, and one more is affected", Assert.Single(_scene.Last.Cases).Title);
    }

    [Fact]
    public void Step_SomethingUnrelated_IsAnIncidentOfItsOwn()
    {
        _scene.Look(0, Scene.Down("api", 0));

        Assert.Equal((OperatorEventKind.Opened, 2L), Kind(Assert.Single(_scene.Look(1, Scene.Down("api", 0), Scene.Down("mailer", 1)))));
    }

    [Fact]
    public void Step_SourceCannotBeRead_HoldsItsSignalsAndSaysSoOnce()
    {
        _scene.Look(0, Scene.Down("api", 0));
        var unread = new SourceReading("ECS services") { Gaps = [new Gap("ECS services", "ECS services", "The credentials lack the permission 'ecs:DescribeServices'.")] };

        Assert.Equal("not read: ECS services: The credentials lack the permission 'ecs:DescribeServices'", Assert.Single(_scene.Hear(1, unread)).Text);
        Assert.Empty(_scene.Hear(600, unread));

        var file = Assert.Single(_scene.Last.Cases);
        Assert.Equal((IncidentState.Open, "ECS services"), (file.State, Assert.Single(file.Notes.Gaps).What));
        Assert.Equal([OperatorEventKind.Recovering, OperatorEventKind.GapEnded], _scene.Look(601).Select(one => one.Kind));
    }

    [Fact]
    public void Step_OperatorWasStoppedForHours_DoesNotTakeItsSilenceForHealth()
    {
        _scene.Look(0, Scene.Down("api", 0));

        Assert.Empty(_scene.Look(300, Scene.Down("api", 0)));
        Assert.Equal(IncidentState.Open, Assert.Single(_scene.Last.Cases).State);
    }

    [Fact]
    public void Step_FlappingSignalStandsAfterTheOperatorWasStopped_StaysOpen()
    {
        for (var minute = 0; minute < 8; minute += 2)
        {
            _scene.Look(minute, Scene.Down("api", minute));
            _scene.Look(minute + 1);
        }

        _scene.Look(8, Scene.Down("api", 8));

        Assert.Empty(_scene.Look(300, Scene.Down("api", 8)));
    }

    [Fact]
    public void Step_SignalThatStoodForDays_BeginsWhenItIsFirstSeenAndStays()
    {
        Assert.Equal(OperatorEventKind.Opened, Assert.Single(_scene.Look(0, Scene.Down("api", -5000))).Kind);

        Assert.Equal(Scene.Noon, Assert.Single(_scene.Last.Cases).Incident.Started);
        Assert.Empty(_scene.Look(60, Scene.Down("api", -5000)));
    }

    [Fact]
    public void Step_ReleaseShortlyBefore_IsNamedWithItsPersonAndCommit()
    {
        var events = _scene.Hear(5, new SourceReading("ECS services") { Signals = [Scene.Down("api", 5)], Changes = [Scene.Release("api", 2)] });

        Assert.Equal([OperatorEventKind.Opened, OperatorEventKind.CauseFound], events.Select(one => one.Kind));
        Assert.Contains("api: release by user/ada, commit 1a2b3c4d", events[1].Text, StringComparison.Ordinal);
        var incident = Assert.Single(_scene.Last.Cases).Incident;
        Assert.Equal((SuggestedActionKind.RollBack, "api"), (incident.Actions[0].Kind, incident.Actions[0].Node));
        Assert.Empty(_scene.Hear(6, new SourceReading("ECS services") { Signals = [Scene.Down("api", 5)], Changes = [Scene.Release("api", 2)] }));
        Assert.Single(Assert.Single(_scene.Last.Cases).Incident.Changes);
    }

    [Fact]
    public void Step_ChangeSinceItBegan_IsNotItsCauseButWhatWasDone()
    {
        _scene.Look(5, Scene.Down("api", 5));
        _scene.Hear(8, new SourceReading("ECS services") { Signals = [Scene.Down("api", 5)], Changes = [Scene.Release("api", 7)] });

        var file = Assert.Single(_scene.Last.Cases);
        Assert.Empty(file.Incident.Changes);
        Assert.Equal(Scene.Release("api", 7), Assert.Single(file.Notes.Done));
    }

    [Fact]
    public void Step_TaskRanOutOfMemory_NamesMemoryAsTheCause()
    {
        var killed = AwsEvents.Read(Scene.At(4), "api", "aws.ecs", "ECS Task State Change", "OutOfMemoryError: container killed due to memory usage");

        _scene.Hear(5, new SourceReading("ECS services") { Signals = [Scene.Down("api", 4)], Symptoms = [killed] });

        var file = Assert.Single(_scene.Last.Cases);
        Assert.Equal(AIOps.RootCause.CauseKind.Memory, file.Incident.Cause!.Kind);
        Assert.Contains(file.Incident.Actions, action => action.Kind == SuggestedActionKind.RaiseMemory);
        Assert.Contains(CauseCandidate.Of(file.Notes.Report!.Candidates[0]).For, reason => reason.Contains("OutOfMemoryError", StringComparison.Ordinal));
    }

    [Fact]
    public void Step_SomebodyTakesItOn_IsToldOnceAndStays()
    {
        _scene.Look(0, Scene.Down("api", 0));
        _scene.Acknowledged.Add(new Acknowledgement(1, Scene.At(0.5), "ada@laptop", "rolling back"));

        Assert.Equal((OperatorEventKind.Acknowledged, "ada@laptop has taken it on: rolling back"), (_scene.Look(1, Scene.Down("api", 0))[0].Kind, _scene.Last.Events[0].Text));
        Assert.Empty(_scene.Look(2, Scene.Down("api", 0)));
        Assert.Equal(IncidentState.Acknowledged, Assert.Single(_scene.Last.Cases).State);
    }

    [Fact]
    public void Step_TwoIncidentsTurnOutToBeOne_TheLaterIsAPartOfTheEarlier()
    {
        var graph = new AIOps.Topology.TopologyGraph([new("a", "b"), new("b", "c"), new("c", "d"), new("d", "e")]);
        var loop = new OperatorLoop(graph, new OperatorOptions());
        var first = loop.Step(OperatorState.Empty, Seen(0, Scene.Down("a", 0), Scene.Down("e", 0)));
        Assert.Equal(2, first.Cases.Count);

        var merged = loop.Step(first.State, Seen(1, Scene.Down("a", 0), Scene.Down("e", 0), Scene.Down("c", 1)));

        Assert.Equal((OperatorEventKind.Merged, 2L, "is part of incident 1"), (merged.Events[0].Kind, merged.Events[0].Incident, merged.Events[0].Text));
        Assert.Equal([(1L, IncidentState.Open), (2L, IncidentState.Merged)], merged.Cases.Select(file => (file.Incident.Id, file.State)));

        static Observation Seen(double minutes, params IncidentSignal[] signals) => new(Scene.At(minutes), [new SourceReading("s") { Signals = signals }], []);
    }

    [Fact]
    public void WorthALook_ServiceOfAnOpenIncident_UntilSomethingIsFoundOrMoreIsWrong()
    {
        _scene.Look(0, Scene.Down("api", 0));
        Assert.Equal(["api"], _scene.Loop.WorthALook(_scene.State, Scene.At(0)));

        var learned = OperatorLoop.Learn(_scene.Last, [Found("api", 0)]);

        Assert.Equal("api: It ended with exit code 3.", learned.Events[^1].Text);
        Assert.Equal(OperatorEventKind.CauseFound, learned.Events[^1].Kind);
        Assert.Empty(_scene.Loop.WorthALook(learned.State, Scene.At(60)));
        var more = _scene.Loop.Step(learned.State, new Observation(Scene.At(1), [new SourceReading("ECS services") { Signals = [Scene.Down("api", 0), new IncidentSignal(Scene.At(1), "api", "crashes", 0.95, "3 failed")] }], []));
        Assert.Equal(["api"], _scene.Loop.WorthALook(more.State, Scene.At(1)));
        Assert.DoesNotContain(OperatorLoop.Learn(more, [Found("api", 1)]).Events, one => one.Kind == OperatorEventKind.CauseFound);
    }

    [Fact]
    public void WorthALook_NothingWasFound_AgainAfterFiveMinutes()
    {
        _scene.Look(0, Scene.Down("api", 0));
        var learned = OperatorLoop.Learn(_scene.Last, [new Investigation("api", Scene.At(0), 0, [], [])]);

        Assert.Empty(_scene.Loop.WorthALook(learned.State, Scene.At(4.9)));
        Assert.Equal(["api"], _scene.Loop.WorthALook(learned.State, Scene.At(5)));
    }

    private static Investigation Found(string node, double minutes) => new(node, Scene.At(minutes), 0, [new Finding("container-exited", "It ended with exit code 3.", ["api | no database"], "Look at its log.")], []);

    private static (OperatorEventKind, long?) Kind(OperatorEvent one) => (one.Kind, one.Incident);
}
