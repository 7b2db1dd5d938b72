using System.Diagnostics;
using System.Globalization;

namespace Landfall.Benchmarks;

/// <summary>Measures how long after it was written a program that follows a log shows a line.</summary>
/// <param name="environment">Variables of the program.</param>
internal sealed class Follower(IEnumerable<KeyValuePair<string, string>> environment)
{
    // A program that has shown nothing for that long will not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Lines fall anywhere between two looks at the log, which are about a second apart: no multiple of that.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(370);

    private const int LinesInRun = 5;

    /// <summary>Writes lines, one after the other, and waits for each.</summary>
    /// <param name="name">What the figure is called.</param>
    /// <param name="program">The program and its arguments.</param>
    /// <param name="log">The log that it follows.</param>
    /// <param name="runs">How often five lines are written.</param>
    /// <returns>The slowest line of each run.</returns>
    public Measurement Measure(string name, IReadOnlyList<string> program, GrowingLog log, int runs)
    {
        var start = new ProcessStartInfo(program[0], program.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var tree = new ProcessTree(process.Id);
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            // The first line says that the program follows; the time until then is its start.
            Wait(process, log, -1, error);
            return new Measurement(name, [.. Enumerable.Range(0, runs * LinesInRun).Select(line =>
            {
                Thread.Sleep(Between);
                var seconds = Wait(process, log, line, error);
                tree.Sample();
                return seconds;
            }).Chunk(LinesInRun).Select(run => run.Max())], tree.PeakBytes);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static double Wait(Process process, GrowingLog log, int number, Task<string> error)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"line {number} was written");
        var begin = Stopwatch.GetTimestamp();
        log.Write(message);
        while (true)
        {
            var read = process.StandardOutput.ReadLineAsync();
            if (!read.Wait(Patience) || read.Result is not { } line)
                throw new InvalidOperationException($"'{message}' was not shown within {Patience.TotalSeconds} s. {(process.HasExited ? error.Result : "")}");
            if (line.EndsWith(message, StringComparison.Ordinal))
                return Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }
    }
}
