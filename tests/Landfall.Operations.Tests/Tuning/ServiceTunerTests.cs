using Landfall.Config.Plan;
using Landfall.Operations.Cost.Sizing;
using Landfall.Operations.Tests.Deployment;
using Landfall.Operations.Tuning;

namespace Landfall.Operations.Tests.Tuning;

public sealed class ServiceTunerTests
{
    [Fact]
    public void Of_LittleUsed_AreSmallerTasks() =>
        Assert.Equal([new TunedKey("cpu", "1024", "512")], Tune(new MeasuredUse(28, 22, 25, 40, 60, 66), cpu: 1024, memory: 2048).Keys);

    [Fact]
    public void Of_MemoryBoundThatScalesOnCpu_ScalesOnMemoryToo() =>
        Assert.Contains(new TunedKey("scale.memory", null, "70"), Tune(new MeasuredUse(28, 22, 25, 40, 60, 66), cpu: 256, memory: 512, scaleCpu: 60).Keys);

    /// <summary>At most 44 % of the memory, and 15 more are 59: the alarm is never below 70.</summary>
    [Theory]
    [InlineData(44, 90, "70%")]
    [InlineData(62, 90, "80%")]
    [InlineData(62, 75, null)]
    [InlineData(44, 0, null)]
    public void Of_Alarm_IsAboveTheWorst(double most, double was, string? to) =>
        Assert.Equal(to, Tune(new MeasuredUse(28, 30, 40, 60, 40, most), cpu: 256, memory: 512, saturation: was).Keys.SingleOrDefault(key => key.Key == "alarms.saturation")?.To);

    [Fact]
    public void Of_TooFewDays_ChangesNothing()
    {
        var tuned = Tune(new MeasuredUse(13, 1, 1, 1, 1, 1), cpu: 4096, memory: 8192);

        Assert.Empty(tuned.Keys);
        Assert.StartsWith("Measured on 13 of the last 28 days.", tuned.Text, StringComparison.Ordinal);
    }

    private static TunedService Tune(MeasuredUse use, int cpu, int memory, int? scaleCpu = null, double saturation = 85)
    {
        var api = PlainPlan.Create().Services.OfType<ScaledServicePlan>().First();
        var service = api with
        {
            Task = api.Task with { Cpu = cpu, Memory = memory },
            Scale = api.Scale with { Min = 1, Max = scaleCpu is null ? 1 : 4, Cpu = scaleCpu, Memory = null },
            Alarms = api.Alarms with { SaturationPercent = saturation },
        };
        return ServiceTuner.Of(service, use, 28, (pair, _) => (pair.Cpu * 0.03m) + (pair.Memory * 0.003m));
    }
}
