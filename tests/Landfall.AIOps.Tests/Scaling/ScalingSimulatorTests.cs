using Landfall.AIOps.Scaling;

namespace Landfall.AIOps.Tests.Scaling;

public sealed class ScalingSimulatorTests
{
    private static readonly TaskProfile Task = new(10) { Minimum = 1, StartMinutes = 2, HourlyPrice = 6 };

    [Fact]
    public void Replay_WorkedByHand_CountsStartTimeNeedAndCost()
    {
        // Demand doubles at minute 2; the policy asks for a second task at minute 2, which serves from minute 4.
        double[] demand = [10, 10, 20, 20, 20, 5];
        var report = new ScalingSimulator(Task).Replay(demand, 0, new FixedPolicy([1, 1, 2, 2, 2, 2]));

        Assert.Equal(6, report.Minutes);
        Assert.Equal(2, report.UnderProvisionedMinutes);
        Assert.Equal(1 + 1 + 2 + 2 + 2 + 1, report.NeededTaskMinutes);
        Assert.Equal(1, report.OverProvisionedTaskMinutes);
        // Starting tasks are paid for: 1 + 1 + 2 + 2 + 2 + 2 task-minutes at 0.1 each.
        Assert.Equal(1.0, report.Cost, 1e-9);
    }

    [Fact]
    public void Replay_ScaleInWhileStarting_CallsOffTheStart()
    {
        double[] demand = [10, 10, 10, 10, 10];
        var report = new ScalingSimulator(Task).Replay(demand, 0, new FixedPolicy([1, 3, 1, 1, 1]));

        Assert.Equal(0, report.OverProvisionedTaskMinutes);
        Assert.Equal(0, report.UnderProvisionedMinutes);
    }

    [Fact]
    public void Replay_MetricDelay_HidesTheLatestMinutes()
    {
        var policy = new RecordingPolicy();
        double[] demand = [10, 20, 30, 40];

        new ScalingSimulator(Task, metricDelayMinutes: 1).Replay(demand, 1, policy);

        Assert.Equal([0, 1, 2], policy.Known);
        Assert.Equal([0, 0, 1], policy.Metrics);
    }

    private sealed class FixedPolicy(int[] tasks) : IScalingPolicy
    {
        public string Name => "fixed";

        public int Decide(in ScalingState state) => tasks[state.Minute];
    }

    private sealed class RecordingPolicy : IScalingPolicy
    {
        public List<int> Known { get; } = [];

        public List<int> Metrics { get; } = [];

        public string Name => "recording";

        public int Decide(in ScalingState state)
        {
            Known.Add(state.Demand.Length);
            Metrics.Add(state.PerTask.Count);
            return state.Desired;
        }
    }
}
