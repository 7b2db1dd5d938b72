using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Operations.Cost.Sizing;

namespace Landfall.Operations.Tuning;

/// <summary>Finds the keys of a service that measurements speak against.</summary>
internal static class ServiceTuner
{
    /// <summary>The memory at which a service that is short of it adds tasks.</summary>
    public const int MemoryTarget = 70;

    // How far above the worst that was measured the alarm is, in percent of what a task has.
    private const double AlarmRoom = 15;

    // An alarm below has no meaning, and one above comes too late for anybody to do something.
    private const int LowestAlarm = 70;
    private const int HighestAlarm = 95;

    // What differs by less is not worth a deployment.
    private const double AlarmStep = 10;

    /// <summary>Finds them.</summary>
    /// <param name="service">The service.</param>
    /// <param name="use">What was measured; null for nothing.</param>
    /// <param name="days">Of how many days.</param>
    /// <param name="month">What a month costs with a size, on Spot or not; null where a price is not known.</param>
    /// <returns>The keys, with what was measured in words.</returns>
    public static TunedService Of(ScaledServicePlan service, MeasuredUse? use, int days, Func<TaskPair, bool, decimal?> month)
    {
        var advisor = new SizeAdvisor(service, month);
        var advice = advisor.Of(use, days);
        if (advice.Measured is not { } measured)
            return new TunedService(service.Title, advice.Text, []);
        var (keys, now) = (new List<TunedKey>(), new TaskPair(service.Task.Cpu, service.Task.Memory));
        var size = advisor.Better(measured) ?? now;
        if (size.Cpu != now.Cpu)
            keys.Add(new TunedKey("cpu", Text(now.Cpu), Text(size.Cpu)));
        if (size.Memory != now.Memory)
            keys.Add(new TunedKey("memory", Text(now.Memory), Text(size.Memory)));
        if (advisor.NeedsMemoryTarget(measured))
            keys.Add(new TunedKey("scale.memory", null, Text(MemoryTarget)));
        if (Alarm(service, measured, now, size) is { } alarm)
            keys.Add(alarm);
        return new TunedService(service.Title, advice.Text, keys);
    }

    /// <summary>An alarm that has been switched off stays off. CPU counts where a service answers requests: a worker may use all of it.</summary>
    private static TunedKey? Alarm(ScaledServicePlan service, MeasuredUse use, TaskPair now, TaskPair size)
    {
        var (memory, cpu) = (use.MemoryMost * now.Memory / size.Memory, service is WorkerServicePlan ? 0 : use.CpuP99 * now.Cpu / size.Cpu);
        var limit = Math.Clamp((int)Math.Ceiling((Math.Max(memory, cpu) + AlarmRoom) / 5) * 5, LowestAlarm, HighestAlarm);
        var was = service.Alarms.SaturationPercent;
        return was > 0 && Math.Abs(was - limit) >= AlarmStep ? new TunedKey("alarms.saturation", $"{was.ToString(CultureInfo.InvariantCulture)}%", $"{Text(limit)}%") : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
