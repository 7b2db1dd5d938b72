using System.Runtime.CompilerServices;
using Landfall.Aws.Logs;

namespace Landfall.Operations.Logs;

/// <summary>Reads the logs of several services as one, in order of time.</summary>
/// <param name="client">CloudWatch Logs.</param>
/// <param name="logs">The logs.</param>
/// <param name="time">The clock.</param>
internal sealed class LogReader(LogClient client, IReadOnlyList<ServiceLog> logs, TimeProvider time)
{
    // CloudWatch shows a line some seconds after it was written, and not always in the order of the times.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(15);

    // FilterLogEvents may be asked 5 to 25 times a second, by region: Amazon CloudWatch Logs User Guide, "quotas".
    private const int MostAskedInASecond = 5;

    /// <summary>Reads what has been written.</summary>
    /// <param name="from">The first time.</param>
    /// <param name="to">The last time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The lines, in order of time; no more of them are held than a page of each log.</returns>
    public async IAsyncEnumerable<LogEntry> ReadAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken stop)
    {
        var open = logs.Select(log => (Log: log, Lines: client.ReadAsync(log.Group, log.Streams, from, to, stop).GetAsyncEnumerator(stop))).ToList();
        try
        {
            var next = new PriorityQueue<int, (DateTimeOffset, int)>();
            var there = await Task.WhenAll(open.Select(o => o.Lines.MoveNextAsync().AsTask())).ConfigureAwait(false);
            for (var i = 0; i < open.Count; i++)
            {
                if (there[i])
                    next.Enqueue(i, (open[i].Lines.Current.Time, i));
            }

            while (next.TryDequeue(out var first, out _))
            {
                yield return open[first].Log.Read(open[first].Lines.Current);
                if (await open[first].Lines.MoveNextAsync().ConfigureAwait(false))
                    next.Enqueue(first, (open[first].Lines.Current.Time, first));
            }
        }
        finally
        {
            foreach (var (_, lines) in open)
                await lines.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads what has been written, and goes on with what is.</summary>
    /// <param name="from">The first time.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The lines, each once, by their times as far as they have come.</returns>
    public async IAsyncEnumerable<LogEntry> FollowAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken stop)
    {
        var pause = TimeSpan.FromSeconds(Math.Max(1.0, (double)logs.Count / MostAskedInASecond));
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var newest = from;
        while (true)
        {
            var since = newest - Late > from ? newest - Late : from;
            var read = await Task.WhenAll(logs.Select(log => NewAsync(log, since, seen, stop))).ConfigureAwait(false);
            foreach (var (log, line) in read.SelectMany(lines => lines).OrderBy(l => l.Line.Time))
            {
                seen[line.Id] = line.Time;
                newest = line.Time > newest ? line.Time : newest;
                yield return log.Read(line);
            }

            foreach (var old in seen.Where(known => known.Value < newest - Late).Select(known => known.Key).ToList())
                seen.Remove(old);
            await Task.Delay(pause, time, stop).ConfigureAwait(false);
        }
    }

    private async Task<List<(ServiceLog Log, LogEvent Line)>> NewAsync(ServiceLog log, DateTimeOffset since, Dictionary<string, DateTimeOffset> seen, CancellationToken stop)
    {
        var lines = new List<(ServiceLog, LogEvent)>();
        await foreach (var line in client.ReadAsync(log.Group, log.Streams, since, null, stop).ConfigureAwait(false))
        {
            if (!seen.ContainsKey(line.Id))
                lines.Add((log, line));
        }

        return lines;
    }
}
