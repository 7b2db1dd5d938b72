using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Scaling;

namespace Landfall.AIOps.Tests.Scaling;

public sealed class PredictiveScalingTests
{
    private static readonly TaskProfile Task = new(100);

    [Fact]
    public void Plan_DailyWave_StartsTasksBeforeTheyAreNeeded()
    {
        // Ends at the trough (minute 0 of a day); the peak is at noon.
        var schedule = new PredictiveScaling().Plan(Wave(14 * 1440), Task, 1440);

        for (var minute = 0; minute < 1440; minute++)
        {
            var needed = Task.Needed(Demand(14 * 1440 + minute + Task.StartMinutes));
            Assert.True(schedule.At(minute) >= needed, $"minute {minute}: {schedule.At(minute)} planned, {needed} needed");
            Assert.True(schedule.At(minute) <= needed + 3, $"minute {minute}: {schedule.At(minute)} planned, {needed} needed");
        }
    }

    [Fact]
    public void Plan_HigherConfidence_NeverPlansFewerTasks()
    {
        var low = new PredictiveScaling(new PredictiveScalingOptions { Confidence = 0.9 }).Plan(Wave(5000), Task, 300);
        var high = new PredictiveScaling(new PredictiveScalingOptions { Confidence = 0.9999 }).Plan(Wave(5000), Task, 300);

        Assert.All(low.Minimums.Zip(high.Minimums), pair => Assert.True(pair.First <= pair.Second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(61)]
    [InlineData(600)]
    public void Plan_LittleHistory_KeepsToMinimumAndMaximum(int minutes)
    {
        var demand = Wave(minutes);
        if (minutes > 20)
            demand[20] = double.NaN;
        var task = Task with { Maximum = 20 };

        Assert.All(new PredictiveScaling().Plan(demand, task, 90).Minimums, tasks => Assert.InRange(tasks, 2, 20));
    }

    [Fact]
    public void Plan_AnyDemand_KeepsToMinimumAndMaximum()
    {
        var value = Gen.Frequency(
            (8, Gen.Choose(-100, 3000).Select(i => i / 3.0)),
            (2, Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 0, double.Epsilon)));
        var series = Gen.Choose(0, 400).SelectMany(length => value.ArrayOf(length));
        Prop.ForAll(series.ToArbitrary(), demand =>
        {
            var task = Task with { Maximum = 50 };
            Assert.All(new PredictiveScaling().Plan(demand, task, 90).Minimums, tasks => Assert.InRange(tasks, 2, 50));
            if (demand.Length == 0)
                return;
            var report = new ScalingSimulator(task).Replay(demand, demand.Length / 2, new PredictivePolicy(task));
            Assert.InRange(report.UnderProvisioned, 0, 1);
            Assert.True(double.IsFinite(report.Cost));
        }).Check(PropertyRuns.Of(60));
    }

    [Fact]
    public void Plan_MillionEqualMinutes_PlansForThem()
    {
        var demand = new double[1_000_000];
        Array.Fill(demand, 450);

        Assert.All(new PredictiveScaling().Plan(demand, Task, 120).Minimums, tasks => Assert.InRange(tasks, 5, 6));
    }

    [Fact]
    public void Replay_DailyWave_ShippedPolicyIsRarelyShort()
    {
        var report = new ScalingSimulator(Task).Replay(Wave(12 * 1440), 10 * 1440, new PredictivePolicy(Task));

        Assert.InRange(report.UnderProvisioned, 0, 0.003);
        Assert.InRange(report.OverProvisioned, 0, 0.35);
    }

    [Fact]
    public void Replay_SurgeThatNobodyForesaw_TargetTrackingTakesOver()
    {
        var demand = Wave(12 * 1440);
        for (var t = 11 * 1440; t < 11 * 1440 + 40; t++)
            demand[t] += 1500;

        var report = new ScalingSimulator(Task).Replay(demand, 11 * 1440 - 60, new PredictivePolicy(Task));

        Assert.InRange(report.UnderProvisionedMinutes, 1, 20);
    }

    private static double[] Wave(int minutes) => [.. Enumerable.Range(0, minutes).Select(Demand)];

    private static double Demand(int minute) =>
        500 - 350 * Math.Cos(2 * Math.PI * minute / 1440) + 20 * Math.Sin(minute * 12.9898);
}
