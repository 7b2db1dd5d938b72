using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

public sealed class RepairGuardTests
{
    private static readonly RepairFacts Well = new(Asleep: false, Busy: null, IsWell: false);
    private static readonly Change Plain = OperationChange.Of("dev", "restart", "shop-dev-api", "api", "1", "2", (EffectKind.Restarts, false, "Its tasks are replaced."));
    private readonly RepairGuard _guard = new(GivenLimits.Usual, services: 10);

    [Fact]
    public void Check_NothingSpeaksAgainstIt_IsAllowed()
    {
        Assert.Null(_guard.Check(Of("api"), [], null, Scene.Noon));
        Assert.Null(RepairGuard.Check(Of("api"), Well));
        Assert.Null(RepairGuard.Check(Plain));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Check_Frozen_IsRefusedAsLongAsItHolds(int minutes, bool refused)
    {
        var freeze = new Freeze(Scene.Noon, "bob", "", Scene.At(60));

        Assert.Equal(refused ? GuardRule.Frozen : null, _guard.Check(Of("api"), [], freeze, Scene.At(minutes))?.Rule);
        Assert.Equal(GuardRule.Frozen, _guard.Check(Of("api"), [], freeze with { Until = null }, Scene.At(minutes))?.Rule);
    }

    [Fact]
    public void Check_FileFreezes_IsRefusedWithTheRemedy()
    {
        var refusal = new RepairGuard(GivenLimits.Usual with { Freeze = true }, 10).Check(Of("api"), [], null, Scene.Noon);

        Assert.Equal(new GuardRefusal(GuardRule.Frozen, "The file freezes repairs. Take 'freeze: true' out of 'operate', and start the operator again, to let them go on."), refusal);
    }

    [Fact]
    public void Check_OperationThatIsNotAllowed_IsRefused()
    {
        Assert.Equal(GuardRule.NotAllowed, _guard.Check(Of("api") with { Operation = "pause" }, [], null, Scene.Noon)?.Rule);
        Assert.Equal(GuardRule.NotAllowed, new RepairGuard(GivenLimits.Usual with { Allow = ["scale"] }, 10).Check(Of("api"), [], null, Scene.Noon)?.Rule);
    }

    [Fact]
    public void Check_EnvironmentSleeps_IsRefused() => Assert.Equal(GuardRule.Asleep, RepairGuard.Check(Of("api"), Well with { Asleep = true })?.Rule);

    [Fact]
    public void Check_SomethingIsRolledOut_IsRefusedButForTheRollback()
    {
        var busy = Well with { Busy = "api is being rolled out" };

        Assert.Equal(GuardRule.Busy, RepairGuard.Check(Of("api"), busy)?.Rule);
        Assert.Null(RepairGuard.Check(Of("api") with { Operation = "rollout rollback" }, busy));
    }

    [Fact]
    public void Check_AnotherOfTheSameServiceGoesOn_IsRefused()
    {
        Assert.Equal(GuardRule.AtWork, _guard.Check(Of("api"), [Begun("api", 600, RepairState.Verifying)], null, Scene.Noon)?.Rule);
        Assert.Null(_guard.Check(Of("api"), [Begun("web", 90, RepairState.Verifying)], null, Scene.Noon));
    }

    [Theory]
    [InlineData(1439, true)]
    [InlineData(1440, false)]
    public void Check_TwoOfTheSameServiceWithinADay_IsRefused(int minutesAgo, bool refused)
    {
        var two = new[] { Begun("api", minutesAgo), Begun("api", 90) };

        Assert.Equal(refused ? GuardRule.Repeated : null, _guard.Check(Of("api"), two, null, Scene.Noon)?.Rule);
        Assert.Null(_guard.Check(Of("web"), two, null, Scene.Noon));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Check_ThreeWithinAnHour_IsRefused(int minutesAgo, bool refused)
    {
        var three = new[] { Begun("a", minutesAgo), Begun("b", 2), Begun("c", 1) };

        Assert.Equal(refused ? GuardRule.PerHour : null, new RepairGuard(GivenLimits.Usual, 100).Check(Of("api"), three, null, Scene.Noon)?.Rule);
    }

    [Theory]
    [InlineData(10, 2, true)]
    [InlineData(15, 2, false)]
    [InlineData(10, 1, false)]
    [InlineData(2, 0, false)]
    [InlineData(2, 1, true)]
    public void Check_ShareOfTheServices_IsRefusedAboveAFifthAndNeverBelowOne(int services, int others, bool refused)
    {
        var begun = Enumerable.Range(0, others).Select(i => Begun($"s{i}", 5)).ToList();

        Assert.Equal(refused ? GuardRule.Blast : null, new RepairGuard(GivenLimits.Usual, services).Check(Of("api"), begun, null, Scene.Noon)?.Rule);
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(4, 3, false)]
    [InlineData(4, 4, true)]
    public void Check_LimitsOfTheFile_HoldInPlaceOfTheUsual(int most, int begun, bool refused)
    {
        var wide = GivenLimits.Usual with { MaxPerHour = 100, MaxPerService = 100, MaxBlastPercent = 100 };
        var before = Enumerable.Range(1, begun).ToList();

        GuardRule? Of(OperatePlan limits, Func<int, string> target) => new RepairGuard(limits, 10).Check(RepairGuardTests.Of("api"), [.. before.Select(i => Begun(target(i), i))], null, Scene.Noon)?.Rule;
        Assert.Equal(refused ? GuardRule.PerHour : null, Of(wide with { MaxPerHour = most }, i => $"s{i}"));
        Assert.Equal(refused ? GuardRule.Repeated : null, Of(wide with { MaxPerService = most }, _ => "api"));
        Assert.Equal(refused ? GuardRule.Blast : null, Of(wide with { MaxBlastPercent = most * 10 }, i => $"s{i}"));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void OutsideHours_BeforeTheyBegin_SaysWhichTheyAre(int minutes, bool outside)
    {
        var guard = new RepairGuard(GivenLimits.Usual with { Hours = GivenLimits.FromHalfPastNoon }, 10);

        Assert.Equal(outside ? "outside the hours of operate.hours (sun 12:30-18:00 UTC)" : null, guard.OutsideHours(Scene.At(minutes)));
        Assert.Null(_guard.OutsideHours(Scene.At(minutes)));
    }

    [Fact]
    public void Check_EffectThatIsNotKnown_IsRefused()
    {
        Assert.Equal(GuardRule.UnknownEffect, RepairGuard.Check(null)?.Rule);
        Assert.Equal(GuardRule.UnknownEffect, RepairGuard.Check(Plain with { Effects = [Plain.Effects[0] with { Certainty = Certainty.Possible }] })?.Rule);
        Assert.Equal(GuardRule.UnknownEffect, RepairGuard.Check(Plain with { Refused = [new Refusal("api", "shop-dev-api", "Service", "No.")] })?.Rule);
    }

    [Fact]
    public void Check_NoEffect_IsRefused() => Assert.Equal(GuardRule.Nothing, RepairGuard.Check(Plain with { Effects = [] })?.Rule);

    [Fact]
    public void Check_Harm_IsRefused() => Assert.Equal(GuardRule.Harm, RepairGuard.Check(RepairDeskTests.Harmful(Plain))?.Rule);

    private static Repair Of(string target) => new(9, 1, "hanging-tasks", target, "restart", new Dictionary<string, string> { ["service"] = target }, Scene.Noon);

    private static Repair Begun(string target, int minutesAgo, RepairState state = RepairState.Repaired) =>
        Of(target) with { Incident = minutesAgo, State = state, Started = Scene.At(-minutesAgo) };
}
