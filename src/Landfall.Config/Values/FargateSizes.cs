namespace Landfall.Config.Values;

/// <summary>
/// The pairs of CPU and memory that Fargate has (Amazon ECS Developer Guide, "Task CPU and memory" for Fargate).
/// </summary>
internal static class FargateSizes
{
    /// <summary>The memory values, in MiB, that go with CPU units; empty for CPU units that do not exist.</summary>
    public static IReadOnlyList<int> Memory(int cpu) => cpu switch
    {
        256 => [512, 1024, 2048],
        512 => Steps(1024, 4096, 1024),
        1024 => Steps(2048, 8192, 1024),
        2048 => Steps(4096, 16384, 1024),
        4096 => Steps(8192, 30720, 1024),
        8192 => Steps(16384, 61440, 4096),
        16384 => Steps(32768, 122880, 8192),
        _ => [],
    };

    /// <summary>The smallest memory, in MiB, that goes with CPU units.</summary>
    public static int SmallestMemory(int cpu) => Memory(cpu)[0];

    private static int[] Steps(int from, int to, int step) =>
        [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(i => from + (i * step))];
}
