using Landfall.Aws.Containers;
using Landfall.Operations.Status;

namespace Landfall.Operations.Tests.Status;

public sealed class RolloutStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Bake_EndsAfterItsTimeFromTheLastChange()
    {
        var state = RolloutState.Of(Service("IN_PROGRESS"), Rollout("IN_PROGRESS", "BAKE_TIME") with { Bake = TimeSpan.FromMinutes(10), Traffic = 100 })!;

        Assert.Equal(("IN_PROGRESS", "BAKE_TIME", 100, Now.AddMinutes(9)), (state.State, state.Stage, state.Traffic, state.BakedAt));
        Assert.Null(RolloutState.Of(Service("IN_PROGRESS"), Rollout("IN_PROGRESS", "SCALE_UP") with { Bake = TimeSpan.FromMinutes(10) })!.BakedAt);
    }

    [Fact]
    public void Of_Pause_Waits()
    {
        var state = RolloutState.Of(Service("IN_PROGRESS"), Rollout("IN_PROGRESS", "POST_SCALE_UP") with { Pause = new PausedRollout("d", "h", "POST_SCALE_UP", Now.AddHours(1), "ROLLBACK") })!;

        Assert.True(state.Waits);
        Assert.Equal(Now.AddHours(1), state.WaitsUntil);
    }

    [Theory]
    [InlineData("ROLLBACK_IN_PROGRESS", "ROLLBACK_IN_PROGRESS")]
    [InlineData("SUCCESSFUL", "FAILED")] // done with: the service's own word counts
    public void Of_ServiceDeployment_CountsWhileItIsAtWork(string status, string expected) =>
        Assert.Equal(expected, RolloutState.Of(Service("FAILED"), Rollout(status, ""))!.State);

    [Theory]
    [InlineData("COMPLETED", null)]
    [InlineData("", null)]
    [InlineData("IN_PROGRESS", "IN_PROGRESS")]
    [InlineData("FAILED", "FAILED")]
    public void Of_RollingUpdate_IsToldByTheService(string state, string? expected) => Assert.Equal(expected, RolloutState.Of(Service(state), null)?.State);

    private static RunningService Service(string state) =>
        new("td", []) { Versions = [new ServiceVersion("d", "PRIMARY", "td", state, "reason", 2, Now)] };

    private static ServiceRollout Rollout(string status, string stage) => new("arn", "api", status, "", stage, Now.AddMinutes(-5), Now.AddMinutes(-1));
}
