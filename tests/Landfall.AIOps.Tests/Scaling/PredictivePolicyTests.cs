using Landfall.AIOps.Scaling;

namespace Landfall.AIOps.Tests.Scaling;

/// <summary>Where prediction is worth nothing, the shipped policy must not be dearer or shorter than target tracking.</summary>
public sealed class PredictivePolicyTests
{
    private const int Minutes = 14 * 1440;
    private const int From = 10 * 1440;
    private static readonly TaskProfile Task = new(65);

    [Fact]
    public void Replay_BurstsNobodyForesees_NeitherDearerNorShorterThanTargetTracking()
    {
        var (ours, tracking) = Replay(Unforeseen.Bursts(Minutes));

        Assert.InRange(ours.Cost, 0, 1.02 * tracking.Cost);
        Assert.InRange(ours.UnderProvisioned, 0, tracking.UnderProvisioned + 0.0005);
    }

    [Fact]
    public void Replay_DemandThatDeceives_NotDearerThanTargetTracking()
    {
        var (ours, tracking) = Replay(Unforeseen.Deceit(Minutes));

        Assert.InRange(ours.Cost, 0, 1.05 * tracking.Cost);
    }

    private static (ScalingReport Ours, ScalingReport Tracking) Replay(double[] demand)
    {
        var simulator = new ScalingSimulator(Task);
        return (
            simulator.Replay(demand, From, new PredictivePolicy(Task)),
            simulator.Replay(demand, From, new TargetTracking(0.6 * Task.CapacityPerMinute)));
    }
}
