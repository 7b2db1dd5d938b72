using Landfall.Config.Plan;
using Landfall.Operations.Cost.Sizing;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Cost.Sizing;

public sealed class SizeAdvisorTests
{
    // us-east-1's Linux/x86 prices of Fargate, a vCPU-hour and a GB-hour, times 730 hours.
    private const decimal Vcpu = 0.04048m * 730;
    private const decimal Gb = 0.004445m * 730;

    /// <summary>CPU a quarter, memory two thirds: 99 of 100 hours use 256 units, of which 512 are the next with room; at most 1352 MiB are used, which need 1690 of 2048.</summary>
    [Fact]
    public void Of_QuarterOfTheCpu_AdvisesHalfOfItAndSaysWhatThatSaves()
    {
        var advice = Advise(new MeasuredUse(28, 22, 25, 40, 60, 66), cpu: 1024, memory: 2048);

        Assert.Equal("CPU 22 % (p99 25 %, at most 40 %) of 1024 units and memory 60 % (at most 66 %) of 2048 MiB, on 28 days: memory-bound.", advice.Text);
        var size = advice.Advice[0];
        Assert.Equal("'cpu: 512' and 'memory: 2048' in place of 1024 and 2048.", size.Text);
        Assert.Equal(Vcpu / 2, size.Saves);
        Assert.Equal("p99 of CPU would be 50 %, memory at most 66 %: a load that was not measured, such as a yearly peak, meets smaller tasks.", size.Risk);
    }

    [Fact]
    public void Of_ScalesAtLess_KeepsBelowTheTarget()
    {
        // 25 % of 1024 would be 50 % of 512, where the service adds a task at 40 %.
        var advice = Advise(new MeasuredUse(28, 22, 25, 40, 60, 66), cpu: 1024, memory: 2048, scaleCpu: 40, max: 4);

        Assert.DoesNotContain(advice.Advice, one => one.Text.Contains("'cpu:", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_MemoryNearlyFull_AdvisesMoreAndSaysWhatItCosts()
    {
        var size = Assert.Single(Advise(new MeasuredUse(28, 40, 60, 90, 88, 96), cpu: 256, memory: 1024).Advice);

        Assert.Equal("'cpu: 256' and 'memory: 2048' in place of 256 and 1024.", size.Text);
        Assert.Equal(-Gb, size.Saves);
        Assert.Contains("killed", size.Risk, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MemoryBoundThatScalesOnCpu_AdvisesToScaleOnMemory() =>
        Assert.Contains(Advise(new MeasuredUse(28, 22, 25, 40, 60, 66), cpu: 256, memory: 512, scaleCpu: 60, max: 4).Advice, one => one.Text.StartsWith("'scale: { memory: 70 }'", StringComparison.Ordinal) && one.Saves is null);

    [Fact]
    public void Of_TwoTasksOrMore_AdvisesSpot()
    {
        var fits = new MeasuredUse(28, 60, 65, 90, 60, 70);

        Assert.Equal((Vcpu + (2 * Gb)) * 0.7m, Assert.Single(Advise(fits, cpu: 1024, memory: 2048, min: 2).Advice).Saves);
        Assert.Empty(Advise(fits, cpu: 1024, memory: 2048, min: 1).Advice);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(1)]
    public void Of_TooFewDays_AdvisesNothing(int days)
    {
        var advice = Advise(new MeasuredUse(days, 1, 1, 1, 1, 1), cpu: 1024, memory: 2048);

        Assert.Equal($"Measured on {days} of the last 28 days. Nothing is advised before there are 14.", advice.Text);
        Assert.Null(advice.Measured);
        Assert.Empty(advice.Advice);
    }

    [Fact]
    public void Of_NothingMeasured_SaysSo() => Assert.StartsWith("Measured on 0 of", Advise(null, cpu: 256, memory: 512).Text, StringComparison.Ordinal);

    [Fact]
    public void Of_PricesNotKnown_AdvisesNoSize() =>
        Assert.Empty(new SizeAdvisor(Service(1024, 2048, 1, 1, null), (_, _) => null).Of(new MeasuredUse(28, 1, 1, 1, 1, 1), 28).Advice);

    [Theory]
    [InlineData(95, 10)]
    [InlineData(50, 5)]
    [InlineData(1, 1)]
    public void Percentile_OfTenValues_IsTheNearestRank(int percent, double expected) => Assert.Equal(expected, Percentile.Of([3, 1, 2, 10, 4, 9, 5, 8, 6, 7], percent));

    private static ServiceAdvice Advise(MeasuredUse? use, int cpu, int memory, int? scaleCpu = null, int min = 1, int max = 1) =>
        new SizeAdvisor(Service(cpu, memory, min, Math.Max(min, max), scaleCpu), (pair, spot) => ((pair.Cpu / 1024m * Vcpu) + (pair.Memory / 1024m * Gb)) * (spot ? 0.3m : 1)).Of(use, 28);

    private static ScaledServicePlan Service(int cpu, int memory, int min, int max, int? scaleCpu)
    {
        var api = PlainPlan.Create().Services.OfType<ScaledServicePlan>().First();
        return api with { Task = api.Task with { Cpu = cpu, Memory = memory }, Scale = api.Scale with { Min = min, Max = max, Cpu = scaleCpu, Memory = null } };
    }
}
