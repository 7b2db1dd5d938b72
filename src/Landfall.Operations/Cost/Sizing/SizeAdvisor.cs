using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Operations.Cost.Sizing;

/// <summary>Advises on a service by what its tasks were measured to use.</summary>
/// <param name="service">The service.</param>
/// <param name="month">What a month costs with a size, on Spot or not; null where a price is not known.</param>
internal sealed class SizeAdvisor(ScaledServicePlan service, Func<TaskPair, bool, decimal?> month)
{
    /// <summary>On how many days there has to be a measurement: two of each day of the week.</summary>
    public const int LeastDays = 14;

    // What differs by less is not worth a deployment.
    private const decimal LeastSaving = 1;

    // From here on a task is close to being killed.
    private const double MemoryFull = 90;

    private readonly TaskPair _now = new(service.Task.Cpu, service.Task.Memory);

    /// <summary>Advises.</summary>
    /// <param name="use">What was measured; null for nothing.</param>
    /// <param name="days">Of how many days.</param>
    /// <returns>The advice.</returns>
    public ServiceAdvice Of(MeasuredUse? use, int days)
    {
        if (use is null || use.Days < LeastDays)
            return new ServiceAdvice(service.Title, Text($"Measured on {use?.Days ?? 0} of the last {days} days. Nothing is advised before there are {LeastDays}."), null, []);
        var bound = IsMemoryBound(use) ? "memory-bound" : IsCpuBound(use) ? "CPU-bound" : "neither is short";
        var text = Text($"CPU {use.CpuP95:0} % (p99 {use.CpuP99:0} %, at most {use.CpuMost:0} %) of {_now.Cpu} units and memory {use.MemoryP95:0} % (at most {use.MemoryMost:0} %) of {_now.Memory} MiB, on {use.Days} days: {bound}.");
        return new ServiceAdvice(service.Title, text, use, [.. new[] { Size(use), Metric(use), Spot() }.OfType<Advice>()]);
    }

    private static bool IsMemoryBound(MeasuredUse use) => use.MemoryP95 >= 50 && use.MemoryP95 >= 2 * use.CpuP95;

    private static bool IsCpuBound(MeasuredUse use) => use.CpuP95 >= 50 && use.CpuP95 >= use.MemoryP95;

    /// <summary>The size that is better by so much that it is worth a deployment.</summary>
    /// <param name="use">What was measured.</param>
    /// <returns>The size; null where the one that is there is right.</returns>
    public TaskPair? Better(MeasuredUse use)
    {
        var scales = service.Scale.Max > service.Scale.Min;
        if (SizeChooser.Choose(_now, use, scales ? service.Scale.Cpu : null, scales ? service.Scale.Memory : null, pair => month(pair, false)) is not { } best
            || month(_now, false) is not { } before || month(best, false) is not { } after || best == _now)
        {
            return null;
        }

        return use.MemoryMost < MemoryFull && before - after < LeastSaving ? null : best;
    }

    /// <summary>Whether memory runs out first while CPU alone adds tasks.</summary>
    /// <param name="use">What was measured.</param>
    public bool NeedsMemoryTarget(MeasuredUse use) => IsMemoryBound(use) && service.Scale is { Cpu: not null, Memory: null } && service.Scale.Max > service.Scale.Min;

    private Advice? Size(MeasuredUse use)
    {
        if (Better(use) is not { } best || month(_now, false) is not { } before || month(best, false) is not { } after)
            return null;
        var (cpu, memory) = (use.CpuP99 * _now.Cpu / best.Cpu, use.MemoryMost * _now.Memory / best.Memory);
        var risk = before > after
            ? Text($"p99 of CPU would be {cpu:0} %, memory at most {memory:0} %: a load that was not measured, such as a yearly peak, meets smaller tasks.")
            : Text($"None of its own. Without it a task that needs {100 - use.MemoryMost:0} % more memory is killed.");
        return new Advice(Text($"'cpu: {best.Cpu}' and 'memory: {best.Memory}' in place of {_now.Cpu} and {_now.Memory}."), before - after, risk);
    }

    private Advice? Metric(MeasuredUse use) =>
        NeedsMemoryTarget(use)
            ? new Advice("'scale: { memory: 70 }' beside 'cpu': memory runs out first, and CPU alone does not add tasks then.", null, "More tasks while memory is in use; a program that never gives memory back keeps them.")
            : null;

    /// <summary>One task alone would be missing for as long as AWS takes to bring another.</summary>
    private Advice? Spot() =>
        service.Scale.Min >= 2 && month(_now, false) is { } before && month(_now, true) is { } after && before - after >= LeastSaving
            ? new Advice("'spot: 100'.", before - after, "AWS may take such tasks back, with two minutes' notice, and may have none for a while.")
            : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
