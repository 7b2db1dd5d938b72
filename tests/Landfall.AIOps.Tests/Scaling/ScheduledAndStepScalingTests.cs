using Landfall.AIOps.Scaling;

namespace Landfall.AIOps.Tests.Scaling;

public sealed class ScheduledAndStepScalingTests
{
    [Fact]
    public void Scheduled_SecondWeek_RepeatsTheHourOfTheWeek()
    {
        var past = Enumerable.Range(0, 7 * 1440).Select(t => t < 60 ? 500.0 : 100.0).ToArray();
        var policy = new ScheduledScaling(past, new TaskProfile(100) { Minimum = 1 }, share: 1);

        Assert.Equal(5, policy.Decide(State(0, 1, [])));
        Assert.Equal(5, policy.Decide(State(59, 1, [])));
        Assert.Equal(1, policy.Decide(State(60, 1, [])));
        Assert.Equal(5, policy.Decide(State(7 * 1440, 1, [])));
    }

    [Fact]
    public void Step_AboveAndFarAbove_AddsOneOrAQuarter()
    {
        Assert.Equal(9, new StepScaling(100).Decide(State(5, 8, [110, 110, 110])));
        Assert.Equal(10, new StepScaling(100).Decide(State(5, 8, [150, 150, 150])));
        Assert.Equal(8, new StepScaling(100).Decide(State(5, 8, [150, 90, 150])));
        Assert.Equal(7, new StepScaling(100).Decide(State(5, 8, [.. Enumerable.Repeat(40.0, 15)])));
    }

    private static ScalingState State(int minute, int desired, double[] perTask) => new(minute, desired, perTask, default);
}
