using Landfall.Config.Values;

namespace Landfall.Operations.Cost.Sizing;

/// <summary>Chooses the size of tasks by what they were measured to use.</summary>
internal static class SizeChooser
{
    /// <summary>The most CPU that 99 of 100 hours may use of a new size: what is above takes longer, and nothing breaks.</summary>
    public const double CpuRoom = 70;

    /// <summary>The most memory that the worst minute may use of a new size: a task that has none left is killed.</summary>
    public const double MemoryRoom = 80;

    private static readonly int[] Cpus = [256, 512, 1024, 2048, 4096, 8192, 16384];

    /// <summary>Chooses the cheapest of Fargate's pairs that leaves room.</summary>
    /// <param name="now">The size that was measured.</param>
    /// <param name="use">What was used of it.</param>
    /// <param name="cpuTarget">The CPU at which the service adds tasks; null where it does not by CPU.</param>
    /// <param name="memoryTarget">The memory at which it does; null where it does not by memory.</param>
    /// <param name="month">What a month costs of a size.</param>
    /// <returns>The size; null where no pair leaves room, or a price is not known.</returns>
    /// <remarks>
    /// A smaller size uses more of itself. Beyond the target of its scaling the service would answer that with more tasks, which
    /// saves nothing: the target is the limit where it is the lower one.
    /// </remarks>
    public static TaskPair? Choose(TaskPair now, MeasuredUse use, int? cpuTarget, int? memoryTarget, Func<TaskPair, decimal?> month)
    {
        var cpu = use.CpuP99 * now.Cpu / Math.Min(CpuRoom, cpuTarget ?? CpuRoom);
        var memory = Math.Max(use.MemoryMost * now.Memory / MemoryRoom, use.MemoryP95 * now.Memory / Math.Min(MemoryRoom, memoryTarget ?? MemoryRoom));
        var fitting = Cpus.Where(one => one >= cpu).SelectMany(one => FargateSizes.Memory(one).Where(size => size >= memory).Select(size => new TaskPair(one, size)))
            .Select(pair => (Pair: pair, Month: month(pair))).Where(one => one.Month is not null)
            .OrderBy(one => one.Month).ThenBy(one => one.Pair.Cpu).ThenBy(one => one.Pair.Memory).ToList();
        return fitting.Count == 0 ? null : fitting[0].Pair;
    }
}
