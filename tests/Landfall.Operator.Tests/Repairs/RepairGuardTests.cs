using Landfall.Operations.Changes;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

public sealed class RepairGuardTests
{
    private static readonly RepairFacts Well = new(Asleep: false, Busy: null, IsWell: false, Services: 10);
    private static readonly Change Plain = OperationChange.Of("dev", "restart", "shop-dev-api", "api", "1", "2", (EffectKind.Restarts, false, "Its tasks are replaced."));
    private readonly RepairGuard _guard = new(new Guardrails());

    [Fact]
    public void Check_NothingSpeaksAgainstIt_IsAllowed()
    {
        Assert.Null(_guard.Check(Of("api"), [], null, Well, Scene.Noon));
        Assert.Null(RepairGuard.Check(Plain));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Check_Frozen_IsRefusedAsLongAsItHolds(int minutes, bool refused)
    {
        var freeze = new Freeze(Scene.Noon, "bob", "", Scene.At(60));

        Assert.Equal(refused ? GuardRule.Frozen : null, _guard.Check(Of("api"), [], freeze, Well, Scene.At(minutes))?.Rule);
        Assert.Equal(GuardRule.Frozen, _guard.Check(Of("api"), [], freeze with { Until = null }, Well, Scene.At(minutes))?.Rule);
    }

    [Fact]
    public void Check_OperationThatIsNotAllowed_IsRefused() =>
        Assert.Equal(GuardRule.NotAllowed, _guard.Check(Of("api") with { Operation = "pause" }, [], null, Well, Scene.Noon)?.Rule);

    [Fact]
    public void Check_EnvironmentSleeps_IsRefused() => Assert.Equal(GuardRule.Asleep, _guard.Check(Of("api"), [], null, Well with { Asleep = true }, Scene.Noon)?.Rule);

    [Fact]
    public void Check_SomethingIsRolledOut_IsRefusedButForTheRollback()
    {
        var busy = Well with { Busy = "api is being rolled out" };

        Assert.Equal(GuardRule.Busy, _guard.Check(Of("api"), [], null, busy, Scene.Noon)?.Rule);
        Assert.Null(_guard.Check(Of("api") with { Operation = "rollout rollback" }, [], null, busy, Scene.Noon));
    }

    [Fact]
    public void Check_AnotherOfTheSameServiceGoesOn_IsRefused()
    {
        Assert.Equal(GuardRule.AtWork, _guard.Check(Of("api"), [Begun("api", 600, RepairState.Verifying)], null, Well, Scene.Noon)?.Rule);
        Assert.Null(_guard.Check(Of("api"), [Begun("web", 90, RepairState.Verifying)], null, Well, Scene.Noon));
    }

    [Theory]
    [InlineData(1439, true)]
    [InlineData(1440, false)]
    public void Check_TwoOfTheSameServiceWithinADay_IsRefused(int minutesAgo, bool refused)
    {
        var two = new[] { Begun("api", minutesAgo), Begun("api", 90) };

        Assert.Equal(refused ? GuardRule.Repeated : null, _guard.Check(Of("api"), two, null, Well, Scene.Noon)?.Rule);
        Assert.Null(_guard.Check(Of("web"), two, null, Well, Scene.Noon));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Check_ThreeWithinAnHour_IsRefused(int minutesAgo, bool refused)
    {
        var three = new[] { Begun("a", minutesAgo), Begun("b", 2), Begun("c", 1) };

        Assert.Equal(refused ? GuardRule.PerHour : null, _guard.Check(Of("api"), three, null, Well with { Services = 100 }, Scene.Noon)?.Rule);
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

        Assert.Equal(refused ? GuardRule.Blast : null, _guard.Check(Of("api"), begun, null, Well with { Services = services }, Scene.Noon)?.Rule);
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
