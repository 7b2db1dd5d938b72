using System.Globalization;

namespace Landfall.Benchmarks;

/// <summary>
/// The memory of a process and all below it: the sum of each one's own peak (<c>VmHWM</c> of proc(5)), which is at
/// least the peak of the whole. Linux only; elsewhere it stays zero.
/// </summary>
/// <param name="root">The process.</param>
internal sealed class ProcessTree(int root)
{
    private readonly Dictionary<int, long> _peaks = [];

    /// <summary>The peak so far, in bytes.</summary>
    public long PeakBytes => _peaks.Values.Sum();

    /// <summary>Looks at the processes that live now.</summary>
    public void Sample() => Sample(root);

    private void Sample(int process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)))
                _peaks[process] = 1024 * long.Parse(line[6..^3].Trim(), CultureInfo.InvariantCulture);
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
            {
                foreach (var child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Sample(int.Parse(child, CultureInfo.InvariantCulture));
            }
        }
        catch (IOException)
        {
            // The process has ended.
        }
    }
}
