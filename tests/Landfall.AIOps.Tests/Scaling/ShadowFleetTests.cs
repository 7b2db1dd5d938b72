using Landfall.AIOps.Scaling;

namespace Landfall.AIOps.Tests.Scaling;

public sealed class ShadowFleetTests
{
    private static readonly TaskProfile Task = new(100);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Live_SameDemand_GoesAsInTheSimulator(int startMinutes)
    {
        var task = Task with { StartMinutes = startMinutes };
        var demand = Unforeseen.Bursts(600);
        var report = new ScalingSimulator(task).Replay(demand, 0, new TargetTracking(70));

        var fleet = new ShadowFleet(task, new TargetTracking(70));
        for (var minute = 0; minute < demand.Length; minute++)
            fleet.Live(minute, demand.AsMemory(0, minute + 1));

        // The fleet weighs the latest of ten hours by six per cent more than the first.
        Assert.Equal(report.UnderProvisioned, fleet.UnderProvisioned, 0.01);
        Assert.Equal(report.Cost / task.HourlyPrice / 10, fleet.Tasks, 0.3);
    }

    [Fact]
    public void Tasks_NothingLived_IsZero() => Assert.Equal(0, new ShadowFleet(Task, new TargetTracking(70)).Tasks);
}
