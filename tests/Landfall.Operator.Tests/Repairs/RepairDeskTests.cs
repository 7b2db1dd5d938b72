using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

public sealed class RepairDeskTests : IDisposable
{
    private readonly RepairScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Auto_ReleaseBrokeAService_RollsBackVerifiesAndTells()
    {
        var began = await _scene.LookAsync(0, "release", "api");
        Assert.Equal([OperatorEventKind.RepairBegun, OperatorEventKind.RepairMade], began.Select(one => one.Kind));
        Assert.Equal(["rollback api"], _scene.Hands.Ran);
        Assert.Equal(["operator, incident 1, repair 1, bad-release"], _scene.Hands.Callers);
        Assert.Equal(IncidentState.Verifying, _scene.Case(1).State);

        // It is not well yet, then it is.
        Assert.Empty(await _scene.LookAsync(1, "release", "api"));
        _scene.Hands.Facts = _scene.Hands.Facts with { IsWell = true };
        Assert.Empty(await _scene.LookAsync(1, "release", "api")); // it still says that something is wrong
        var ended = await _scene.LookAsync(1, "release");

        Assert.Equal("repaired by repair 1, bad-release: rollback (service: api): api is well again, 3 minutes after it was begun.", Assert.Single(ended).Text);
        Assert.Equal((RepairState.Repaired, IncidentState.Recovering), (_scene.Case(1).Repairs[0].State, _scene.Case(1).State));
        Assert.Single(_scene.Hands.Ran);
    }

    [Fact]
    public async Task Auto_DoesNotHelpInTime_NeedsAPersonAndIsNotTriedAgain()
    {
        await _scene.LookAsync(0, "http-health", "api");
        Assert.Empty(await _scene.LookAsync(15, "http-health", "api"));

        var ended = await _scene.LookAsync(1, "http-health", "api");

        Assert.Equal(OperatorEventKind.NotRepaired, Assert.Single(ended).Kind);
        Assert.EndsWith("api is not well 15 minutes after it was done. A person is needed.", ended[0].Text, StringComparison.Ordinal);
        Assert.Empty(await _scene.LookAsync(1, "http-health", "api"));
        Assert.Equal(["restart api"], _scene.Hands.Ran);
    }

    [Fact]
    public async Task Auto_DoesNotHelpAndHasAnUndo_IsUndoneOnce()
    {
        _scene.UseUndo();
        _scene.Limits = GivenLimits.Usual with { Allow = ["scale"] };
        await _scene.LookAsync(0, "http-health", "api");

        var ended = await _scene.LookAsync(6, "http-health", "api");
        await _scene.LookAsync(6, "http-health", "api");

        Assert.EndsWith("It was undone: scale of api at version 2. A person is needed.", Assert.Single(ended).Text, StringComparison.Ordinal);
        Assert.Equal(["scale api", "scale api"], _scene.Hands.Ran);
    }

    [Fact]
    public async Task Auto_UndoWouldDoHarm_IsLeftToAPerson()
    {
        _scene.UseUndo();
        _scene.Limits = GivenLimits.Usual with { Allow = ["scale"] };
        await _scene.LookAsync(0, "http-health", "api");
        _scene.Hands.Preview = Harmful;

        var ended = await _scene.LookAsync(6, "http-health", "api");

        Assert.Contains("It was not undone: It does harm", Assert.Single(ended).Text, StringComparison.Ordinal);
        Assert.Single(_scene.Hands.Ran);
    }

    [Fact]
    public async Task Auto_OperationFails_NeedsAPerson()
    {
        _scene.Hands.Within = () => throw new LandfallException(ErrorCodes.DeploymentFailed, "The new tasks failed.");

        var told = await _scene.LookAsync(0, "http-health", "api");

        Assert.Equal([OperatorEventKind.RepairBegun, OperatorEventKind.NotRepaired], told.Select(one => one.Kind));
        Assert.EndsWith("It failed: The new tasks failed. A person is needed.", told[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auto_SomebodyHasTakenItOn_WaitsForAWord()
    {
        _scene.Mode = RepairMode.Suggest;
        await _scene.LookAsync(0, "http-health", "api");
        _scene.TakeOn();
        _scene.Mode = RepairMode.Auto;

        var told = await _scene.LookAsync(1, "http-health", "api");

        Assert.Equal(OperatorEventKind.RepairWaiting, Assert.Single(told).Kind);
        Assert.Empty(_scene.Hands.Ran);
    }

    [Fact]
    public async Task Suggest_FaultThatAPlaybookFits_SaysSoOnceAndDoesNothing()
    {
        _scene.Mode = RepairMode.Suggest;

        var told = await _scene.LookAsync(0, "http-health", "api");
        Assert.Empty(await _scene.LookAsync(1, "http-health", "api"));

        Assert.Equal("repair 1, hanging-tasks: restart (service: api) would help perhaps: restart of api at version 1.", Assert.Single(told).Text);
        Assert.Empty(_scene.Hands.Ran);
        Assert.Equal(IncidentState.Open, _scene.Case(1).State);
    }

    [Fact]
    public async Task Suggest_FaultIsOver_WithdrawsWhatItSaid()
    {
        _scene.Mode = RepairMode.Suggest;
        await _scene.LookAsync(0, "http-health", "api");

        Assert.Equal(OperatorEventKind.RepairWithdrawn, Assert.Single(await _scene.LookAsync(1, "http-health")).Kind);
    }

    [Fact]
    public async Task Observe_Fault_ProposesNothing()
    {
        _scene.Mode = RepairMode.Observe;

        Assert.Empty(await _scene.LookAsync(0, "http-health", "api"));
        Assert.Empty(_scene.Repairs());
    }

    [Theory]
    [InlineData("alarm")]
    [InlineData("quota-reached")]
    [InlineData("container-exited")]
    public async Task Auto_NoPlaybookFits_DoesNothing(string finding)
    {
        Assert.Empty(await _scene.LookAsync(0, finding, "api"));
        Assert.Empty(_scene.Repairs());
    }

    [Fact]
    public async Task Approve_PersonApproves_RunsWhatWasShown()
    {
        _scene.Mode = RepairMode.Approve;
        var told = await _scene.LookAsync(0, "http-health", "api");
        Assert.Contains("waits for 'landfall approve 1': restart of api at version 1.", Assert.Single(told).Text, StringComparison.Ordinal);
        Assert.Empty(await _scene.LookAsync(1, "http-health", "api"));
        Approve();

        var begun = await _scene.LookAsync(1, "http-health", "api");

        Assert.Equal([OperatorEventKind.RepairBegun, OperatorEventKind.RepairMade], begun.Select(one => one.Kind));
        Assert.Equal("bob", _scene.Repairs()[0].ApprovedBy);
        Assert.Equal(["restart api"], _scene.Hands.Ran);
    }

    [Fact]
    public async Task Approve_WhatItDoesHasChanged_HasToBeApprovedAgain()
    {
        _scene.Mode = RepairMode.Approve;
        await _scene.LookAsync(0, "http-health", "api");
        Approve();
        _scene.Hands.Move();

        var told = await _scene.LookAsync(1, "http-health", "api");

        Assert.Equal(OperatorEventKind.RepairWaiting, Assert.Single(told).Kind);
        Assert.Contains("restart of api at version 2. What it does is not what was approved any more", told[0].Text, StringComparison.Ordinal);
        Assert.Empty(_scene.Hands.Ran);
        Approve();
        await _scene.LookAsync(1, "http-health", "api");
        Assert.Equal(["restart api"], _scene.Hands.Ran);
    }

    [Fact]
    public async Task Approve_HourIsOver_DoesNotCount()
    {
        _scene.Mode = RepairMode.Approve;
        await _scene.LookAsync(0, "http-health", "api");
        Approve();

        await _scene.LookAsync(61, "http-health", "api");

        Assert.Empty(_scene.Hands.Ran);
    }

    [Fact]
    public async Task Frozen_UntilItIsEnded_NothingIsBegun()
    {
        _scene.Tell(ledger => ledger.Set(new Freeze(Scene.Noon, "bob", "load test", Scene.At(30))));

        var told = await _scene.LookAsync(0, "http-health", "api");
        Assert.Contains("is refused (frozen): bob has frozen repairs (load test) until 2026-03-01 12:30 UTC. 'landfall freeze --end'", Assert.Single(told).Text, StringComparison.Ordinal);
        Assert.Empty(await _scene.LookAsync(1, "http-health", "api"));
        Assert.Empty(_scene.Hands.Ran);

        await _scene.LookAsync(30, "http-health", "api");
        Assert.Equal(["restart api"], _scene.Hands.Ran);
    }

    [Fact]
    public async Task Auto_OutsideTheHours_WaitsForAPersonAndSaysWhyUntilTheyBegin()
    {
        _scene.Limits = GivenLimits.Usual with { Hours = GivenLimits.FromHalfPastNoon };

        var told = Assert.Single(await _scene.LookAsync(0, "http-health", "api"));
        Assert.Equal(OperatorEventKind.RepairWaiting, told.Kind);
        Assert.EndsWith("waits for 'landfall approve 1': restart of api at version 1. It is outside the hours of operate.hours (sun 12:30-18:00 UTC).", told.Text, StringComparison.Ordinal);
        Assert.Empty(await _scene.LookAsync(29, "http-health", "api"));
        Assert.Empty(_scene.Hands.Ran);

        await _scene.LookAsync(1, "http-health", "api");
        Assert.Equal(["restart api"], _scene.Hands.Ran);
        Assert.Equal("", _scene.Repairs()[0].Text);
        Assert.Equal(
            (Scene.Noon, "the operator proposed restart (service: api) by playbook hanging-tasks, and did not begin it by itself: outside the hours of operate.hours (sun 12:30-18:00 UTC)"),
            IncidentDetail.Of(_scene.Case(1), Scene.Graph).Timeline.Where(one => one.Text.Contains("operate.hours", StringComparison.Ordinal)).Select(one => (one.Time, one.Text)).Single());
    }

    [Fact]
    public async Task Auto_OutsideTheHoursAndApproved_IsBegun()
    {
        _scene.Limits = GivenLimits.Usual with { Hours = GivenLimits.FromHalfPastNoon };
        await _scene.LookAsync(0, "http-health", "api");
        Approve();

        await _scene.LookAsync(1, "http-health", "api");

        Assert.Equal(["restart api"], _scene.Hands.Ran);
        Assert.Equal("bob", _scene.Repairs()[0].ApprovedBy);
    }

    [Fact]
    public async Task Auto_MoreThanTheFileAllows_IsRefusedAlthoughItWasApproved()
    {
        _scene.Limits = GivenLimits.Usual with { Hours = GivenLimits.FromHalfPastNoon };
        await _scene.LookAsync(0, "http-health", "api");
        Approve();
        _scene.Limits = _scene.Limits with { Allow = ["rollback"] };

        Assert.Equal(OperatorEventKind.RepairRefused, Assert.Single(await _scene.LookAsync(1, "http-health", "api")).Kind);
        Assert.Empty(_scene.Hands.Ran);
    }

    [Theory]
    [InlineData(true, "scale", "It was not undone: The file freezes repairs.")]
    [InlineData(false, "restart", "It was not undone: 'scale' is no operation that the operator may run: restart (operate.allow).")]
    public async Task Auto_UndoIsForbiddenMeanwhile_IsLeftToAPerson(bool frozen, string allowed, string text)
    {
        _scene.UseUndo();
        await _scene.LookAsync(0, "http-health", "api");
        _scene.Limits = GivenLimits.Usual with { Freeze = frozen, Allow = [allowed] };

        var ended = await _scene.LookAsync(6, "http-health", "api");

        Assert.Contains(text, Assert.Single(ended).Text, StringComparison.Ordinal);
        Assert.Single(_scene.Hands.Ran);
    }

    [Theory]
    [InlineData(null, "begun by an operator that has ended, and its effect is not there. It is not begun a second time. A person is needed.")]
    [InlineData(false, "begun by an operator that has ended, and failed. A person is needed.")]
    public async Task KilledBeforeTheEffect_IsNeverBegunAgain(bool? end, string text)
    {
        _scene.Hands.Within = () => throw new KilledException();
        await Assert.ThrowsAsync<KilledException>(() => _scene.LookAsync(0, "http-health", "api"));
        Assert.Equal(RepairState.Running, Assert.Single(_scene.Repairs()).State);
        _scene.Hands.End = end;

        var told = await _scene.LookAsync(1, "http-health", "api");

        Assert.EndsWith(text, Assert.Single(told).Text, StringComparison.Ordinal);
        Assert.Single(_scene.Hands.Ran);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public async Task KilledAfterTheEffect_IsVerifiedAndNotBegunAgain(bool? end)
    {
        _scene.Hands.After = () => throw new KilledException();
        await Assert.ThrowsAsync<KilledException>(() => _scene.LookAsync(0, "http-health", "api"));
        _scene.Hands.End = end;

        Assert.Equal(OperatorEventKind.RepairMade, Assert.Single(await _scene.LookAsync(1, "http-health", "api")).Kind);
        _scene.Hands.Facts = _scene.Hands.Facts with { IsWell = true };
        Assert.Equal(OperatorEventKind.Repaired, Assert.Single(await _scene.LookAsync(1, "http-health")).Kind);
        Assert.Single(_scene.Hands.Ran);
    }

    [Fact]
    public async Task PreviewFails_IsRefusedWithItsReason()
    {
        _scene.Hands.Preview = _ => throw new LandfallException(ErrorCodes.NotReleasable, "The trail knows of no image.");

        var told = await _scene.LookAsync(0, "release", "api");

        Assert.Contains("is refused (unknown effect): The trail knows of no image.", Assert.Single(told).Text, StringComparison.Ordinal);
        Assert.Empty(_scene.Hands.Ran);
    }

    internal static Change Harmful(Change change) => change with { Effects = [change.Effects[0] with { Harmful = true }] };

    private void Approve() => _scene.Tell(ledger => ledger.Approve(new Approval(1, 1, _scene.Repairs()[0].Digest!, _scene.Time.GetUtcNow(), "bob")));
}
