using System.Globalization;

namespace Landfall.Constructs.Hosting.Warm;

/// <summary>
/// The memory of this process and of all below it, which is Node with the CDK. It is read from proc(5), so on Linux
/// only; elsewhere it is that of this process, and the number of syntheses is the limit that counts.
/// </summary>
internal static class TreeMemory
{
    private const long BytesPerKilobyte = 1024;

    /// <summary>Adds up what is resident now.</summary>
    /// <returns>Bytes.</returns>
    public static long Measure() => Directory.Exists("/proc/self/task") ? Of(Environment.ProcessId) : Environment.WorkingSet;

    private static long Of(int process)
    {
        try
        {
            var own = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            var bytes = own is null ? 0 : BytesPerKilobyte * long.Parse(own[6..^3].Trim(), CultureInfo.InvariantCulture);
            var children = Directory.EnumerateDirectories($"/proc/{process}/task")
                .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return bytes + children.Sum(child => Of(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return 0; // it has ended meanwhile
        }
    }
}
