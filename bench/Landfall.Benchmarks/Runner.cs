using System.Diagnostics;

namespace Landfall.Benchmarks;

/// <summary>Runs a program and measures it.</summary>
/// <param name="environment">Variables for every program.</param>
internal sealed class Runner(IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan SamplingPeriod = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program once, to its end.</summary>
    /// <param name="program">The program and its arguments.</param>
    /// <param name="more">Variables for this program alone.</param>
    /// <returns>Seconds, and the peak memory in bytes.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public (double Seconds, long PeakBytes) Run(IReadOnlyList<string> program, IReadOnlyDictionary<string, string> more)
    {
        var start = new ProcessStartInfo(program[0], program.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment.Concat(more))
            start.Environment[name] = value;
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var tree = new ProcessTree(process.Id);
        do
        {
            tree.Sample();
        }
        while (!process.WaitForExit(SamplingPeriod));
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return process.ExitCode == 0
            ? (seconds, tree.PeakBytes)
            : throw new InvalidOperationException($"'{string.Join(' ', program)}' failed:\n{output.Result}{error.Result}");
    }
}
