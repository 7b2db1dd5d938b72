using Landfall.AIOps.Scaling;

namespace Landfall.AIOps.Tests.Scaling;

public sealed class TargetTrackingTests
{
    [Fact]
    public void Decide_ThreeDatapointsAbove_ScalesInProportionThenWaits()
    {
        var policy = new TargetTracking(100);

        Assert.Equal(4, policy.Decide(State(0, 4, [150, 150])));
        Assert.Equal(6, policy.Decide(State(1, 4, [150, 150, 150])));
        Assert.Equal(6, policy.Decide(State(2, 6, [150, 150, 150, 150])));
        Assert.Equal(9, policy.Decide(State(6, 6, [150, 150, 150, 150])));
    }

    [Fact]
    public void Decide_FifteenDatapointsBelow_ScalesIn()
    {
        var low = Enumerable.Repeat(50.0, 15).ToArray();

        Assert.Equal(4, new TargetTracking(100).Decide(State(20, 4, low[1..])));
        Assert.Equal(2, new TargetTracking(100).Decide(State(20, 4, low)));
    }

    [Fact]
    public void Decide_WithinTenPercentBelow_Stays() =>
        Assert.Equal(4, new TargetTracking(100).Decide(State(20, 4, [.. Enumerable.Repeat(92.0, 20)])));

    private static ScalingState State(int minute, int desired, double[] perTask) => new(minute, desired, perTask, default);
}
