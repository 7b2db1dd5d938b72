using Landfall.Operations.Logs;
using Landfall.Operations.OneOff;
using Landfall.Operations.Status;

namespace Landfall.Mcp.Tools;

/// <summary>What a tool gives of what an operation gives: whole, since a tool answers once.</summary>
internal static class ToolResult
{
    /// <summary>The most entries of a stream: a model has to read them all.</summary>
    public const int MostEntries = 500;

    /// <summary>What a tool gives in place of an operation's result.</summary>
    /// <param name="result">The operation's.</param>
    /// <returns>The tool's.</returns>
    public static Type TypeOf(Type result) => result switch
    {
        _ when result == typeof(StatusReport) => typeof(EnvironmentStatus),
        _ when result == typeof(LogsReport) => typeof(WholeLogs),
        _ when result == typeof(RunReport) => typeof(WholeRun),
        _ => result,
    };

    /// <summary>Waits for the end of what goes on.</summary>
    /// <param name="result">What an operation gives.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <returns>What the tool gives: of <see cref="TypeOf"/>.</returns>
    public static async Task<object> WholeAsync(object result, CancellationToken stop) => result switch
    {
        StatusReport status => await status.States.FirstAsync(stop).ConfigureAwait(false),
        LogsReport { Summary: { } summary } => new WholeLogs([], Cut: false, summary),
        LogsReport logs => await LinesAsync(logs, stop).ConfigureAwait(false),
        RunReport run => await StepsAsync(run, stop).ConfigureAwait(false),
        _ => result,
    };

    private static async Task<WholeLogs> LinesAsync(LogsReport logs, CancellationToken stop)
    {
        var (lines, all) = await LastAsync(logs.Lines, stop).ConfigureAwait(false);
        return new WholeLogs(lines, all > lines.Count, Summary: null);
    }

    private static async Task<WholeRun> StepsAsync(RunReport run, CancellationToken stop)
    {
        var (steps, all) = await LastAsync(run.Steps, stop).ConfigureAwait(false);
        return new WholeRun(run.App, run.Environment, run.Service, steps, all > steps.Count);
    }

    /// <summary>The newest entries, since the end is what people look for.</summary>
    private static async Task<(IReadOnlyList<T> Last, int All)> LastAsync<T>(IAsyncEnumerable<T> entries, CancellationToken stop)
    {
        var last = new Queue<T>();
        var all = 0;
        await foreach (var entry in entries.WithCancellation(stop).ConfigureAwait(false))
        {
            all++;
            last.Enqueue(entry);
            if (last.Count > MostEntries)
                last.Dequeue();
        }

        return ([.. last], all);
    }
}
