using Landfall.Aws.Containers;
using Landfall.Operations.Status;

namespace Landfall.Operations.Tests.Status;

public sealed class ServiceVerdictTests
{
    private static readonly TargetState Well = new(2, 0, 0, []);

    [Theory]
    [InlineData(2, 2, 0, "Healthy")]
    [InlineData(2, 1, 1, "Starting")]
    [InlineData(0, 0, 0, "Idle")]
    [InlineData(2, 3, 0, "Healthy")] // scales in
    public void Of_NothingIsWrong_GoesByTheNumberOfTasks(int desired, int running, int pending, string expected) =>
        Assert.Equal(expected, ServiceVerdict.Of(Service(desired, running, pending), [], Well, [], null).ToString());

    [Theory]
    [InlineData(0, 0, 2, "Starting")] // not asked yet
    [InlineData(1, 0, 1, "Healthy")]
    [InlineData(1, 1, 0, "Degraded")]
    [InlineData(0, 2, 0, "Down")]
    [InlineData(0, 0, 0, "Healthy")] // behind a balancer whose targets could not be counted
    public void Of_Targets_Count(int healthy, int unhealthy, int other, string expected) =>
        Assert.Equal(expected, ServiceVerdict.Of(Service(2, 2, 0), [], new TargetState(healthy, unhealthy, other, []), [], null).ToString());

    [Theory]
    [InlineData(2, 1, "Degraded")]
    [InlineData(2, 2, "Down")]
    [InlineData(2, 0, "Healthy")]
    public void Of_ContainersThatAreNotWell_Count(int running, int unhealthy, string expected) =>
        Assert.Equal(expected, ServiceVerdict.Of(Service(2, 2, 0), [new ContainerState("api", running, running - unhealthy, unhealthy)], null, [], null).ToString());

    [Theory]
    [InlineData(2, 0, true, "Down")]
    [InlineData(2, 1, true, "Degraded")]
    [InlineData(2, 2, true, "Healthy")] // it has recovered
    [InlineData(2, 1, false, "Starting")] // ended in the course of things
    public void Of_StoppedTasks_CountWhileTasksAreMissing(int desired, int running, bool failed, string expected) =>
        Assert.Equal(expected, ServiceVerdict.Of(Service(desired, running, desired - running), [], null, [new StoppedGroup("r", failed, 1, default, [])], null).ToString());

    [Theory]
    [InlineData("FAILED", 2, "Degraded")]
    [InlineData("IN_PROGRESS", 2, "Healthy")]
    public void Of_Rollout_CountsWhereItHasFailed(string state, int running, string expected) =>
        Assert.Equal(expected, ServiceVerdict.Of(Service(2, running, 0), [], null, [], new RolloutState(state, null, null, null, default, null, null, false, 0, [])).ToString());

    private static RunningService Service(int desired, int running, int pending) =>
        new("td", []) { DesiredCount = desired, RunningCount = running, PendingCount = pending };
}
