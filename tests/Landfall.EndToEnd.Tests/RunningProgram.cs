using System.Diagnostics;
using System.Text;

namespace Landfall.EndToEnd.Tests;

/// <summary>A program that a test has started.</summary>
internal sealed class RunningProgram : IDisposable
{
    // For what hangs alone: packing a release beside the other tests has taken a busy build server more than five minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _error = new();
    private readonly StringBuilder _written = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private readonly CancellationTokenSource _limit = new(Limit);

    private RunningProgram(Process process, string input)
    {
        _process = process;
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
        _output = ReadOutputAsync();
    }

    public static RunningProgram Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string? folder = null, string input = "")
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        return new RunningProgram(Process.Start(info)!, input);
    }

    /// <summary>Reads standard error until a line has the text, or the program ends.</summary>
    /// <returns>The line; null where the program has ended.</returns>
    public async Task<string?> WaitForErrorAsync(string text)
    {
        while (await ReadErrorLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        return null;
    }

    /// <summary>Waits until standard output has the text, or the program ends.</summary>
    public Task WaitForOutputAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            _awaited.Add((text, seen));
            Tell(ended: _output.IsCompleted);
        }

        return seen.Task.WaitAsync(_limit.Token);
    }

    /// <summary>Sends a signal to the program alone, as <c>kill</c> does.</summary>
    public async Task SignalAsync(string name)
    {
        // The shell's own: a machine need not have the program, which is of another package.
        using var kill = Start("sh", ["-c", "kill -s \"$0\" \"$1\"", name, $"{_process.Id}"], new Dictionary<string, string?>());
        (await kill.EndAsync()).Succeeded();
    }

    /// <summary>Waits for the program's end.</summary>
    public async Task<ProgramResult> EndAsync()
    {
        try
        {
            while (await ReadErrorLineAsync() is not null)
                continue;
            await _process.WaitForExitAsync(_limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} did not end within {Limit}.\n{_error}");
        }

        return new ProgramResult(_process.ExitCode, await _output, _error.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _limit.Dispose();
    }

    private async Task<string> ReadOutputAsync()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_awaited)
            {
                _written.Append(buffer, 0, count);
                Tell(ended: false);
            }
        }

        lock (_awaited)
        {
            Tell(ended: true);
            return _written.ToString();
        }
    }

    private void Tell(bool ended)
    {
        var text = _written.ToString();
        foreach (var (_, seen) in _awaited.Where(a => ended || text.Contains(a.Text, StringComparison.Ordinal)))
            seen.TrySetResult();
    }

    private async Task<string?> ReadErrorLineAsync()
    {
        var line = await _process.StandardError.ReadLineAsync(_limit.Token);
        if (line is not null)
            _error.Append(line).Append('\n');
        return line;
    }
}
