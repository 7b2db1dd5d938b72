using System.Diagnostics;
using System.Text;
using Landfall.Config;
using Landfall.Config.Loading;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>
/// Both ends of a session by way of AWS's plugin, with pipes in place of a terminal. As long as its input is open the plugin keeps the
/// session; at its end it gives up (session-manager-plugin, <c>handleKeyboardInput</c>).
/// </summary>
internal sealed class CopyWire : IAsyncDisposable
{
    // base64 breaks lines at 76 signs; nothing else that is waited for is nearly as long.
    private const int LongestLine = 64 * 1024;
    private const int KeptTalk = 5;

    // What a terminal sends for Ctrl-C and Ctrl-D: the shell at the other end tidies up; its input is over.
    private const char Interrupt = '\u0003';
    private const char EndOfInput = '\u0004';

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly Process _plugin;
    private readonly string _mark;
    private readonly TimeProvider _time;
    private readonly Queue<string> _talk = new();
    private readonly Task _errors;
    private Task _hearing = Task.CompletedTask;
    private bool _isOver;

    // A line at a time, and never more in memory than one may have.
    private readonly StringBuilder _line = new();
    private readonly char[] _read = new char[4096];
    private int _at;
    private int _filled;

    private CopyWire(Process plugin, string mark, TimeProvider time)
    {
        (_plugin, _mark, _time) = (plugin, mark, time);
        _errors = KeepErrorsAsync();
    }

    /// <summary>Attaches to a session.</summary>
    /// <param name="ticket">The session.</param>
    /// <param name="mark">The mark of what the other end says.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Stops starting.</param>
    /// <returns>The wire.</returns>
    public static async Task<CopyWire> OpenAsync(SessionTicket ticket, string mark, TimeProvider time, CancellationToken stop)
    {
        var call = await SessionPlugin.CallAsync(ticket, stop).ConfigureAwait(false);
        call.RedirectStandardInput = call.RedirectStandardOutput = call.RedirectStandardError = true;
        call.StandardInputEncoding = call.StandardOutputEncoding = call.StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CopyWire(SessionPlugin.Start(call), mark, time);
    }

    /// <summary>Waits for what the other end says, which has to be one of a few words.</summary>
    /// <param name="onLine">Gets what comes before it and is no word.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <param name="words">The words.</param>
    /// <returns>What it said.</returns>
    /// <exception cref="LandfallException">It said something else, or the session is over.</exception>
    public Task<CopyLine> HearAsync(Func<string, ValueTask>? onLine, CancellationToken stop, params string[] words)
    {
        var hearing = ListenAsync(onLine, words, stop);
        _hearing = hearing;
        return hearing;
    }

    /// <summary>Writes a line to the other end.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stop">Stops writing.</param>
    public Task WriteLineAsync(string line, CancellationToken stop) => WriteAsync(line + "\n", stop);

    /// <summary>Tells the other end that nothing more comes.</summary>
    /// <param name="stop">Stops writing.</param>
    public Task EndInputAsync(CancellationToken stop) => WriteAsync(EndOfInput.ToString(), stop);

    /// <summary>The session has done its work, and ends by itself: nothing in the container has to be interrupted.</summary>
    public void Done() => _isOver = true;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using (_plugin)
        {
            // Not the caller's token: who interrupts a copy wants nothing left in the container.
            using var limit = new CancellationTokenSource(EndLimit, _time);
            try
            {
                if (!_isOver)
                    await WriteAsync(Interrupt.ToString(), limit.Token).ConfigureAwait(false);
                await _hearing.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                while (await ReadLineAsync(limit.Token).ConfigureAwait(false) is not null)
                {
                    // What is still on its way; a full pipe would keep the program from ending.
                }

                await _plugin.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or LandfallException)
            {
                _plugin.Kill(entireProcessTree: true);
            }
        }
    }

    private async Task<CopyLine> ListenAsync(Func<string, ValueTask>? onLine, string[] words, CancellationToken stop)
    {
        while (await ReadLineAsync(stop).ConfigureAwait(false) is { } line)
        {
            if (CopyLine.Read(_mark, line) is not { } said)
            {
                if (onLine is null)
                    Keep(line);
                else
                    await onLine(line).ConfigureAwait(false);
                continue;
            }

            return words.Contains(said.Word) ? said : throw CopyRefusal.Of(said);
        }

        await _errors.WaitAsync(stop).ConfigureAwait(false);
        throw new LandfallException(
            ErrorCodes.CopyBroken,
            $"The session ended before the file was through{(_talk.Count == 0 ? "" : $": {Legible.Line(string.Join(" / ", _talk))}")}. Nothing was kept. 'cp' needs '/bin/sh' and 'base64' in the container's image.");
    }

    private async Task WriteAsync(string text, CancellationToken stop)
    {
        try
        {
            await _plugin.StandardInput.WriteAsync(text.AsMemory(), stop).ConfigureAwait(false);
            await _plugin.StandardInput.FlushAsync(stop).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The program is gone: reading says why.
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        _line.Clear();
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, await _plugin.StandardOutput.ReadAsync(_read.AsMemory(), stop).ConfigureAwait(false));
                if (_filled == 0)
                    return _line.Length > 0 ? _line.ToString() : null;
            }

            var rest = _read.AsMemory(_at, _filled - _at);
            var end = rest.Span.IndexOf('\n');
            _line.Append(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end + 1;
            if (_line.Length > LongestLine)
                throw new LandfallException(ErrorCodes.CopyBroken, "The container sends something else than the file. Nothing was kept.");
            if (end >= 0)
                return _line.ToString().Trim('\r');
        }
    }

    private async Task KeepErrorsAsync()
    {
        while (await _plugin.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
            Keep(line);
    }

    private void Keep(string line)
    {
        // The plugin's own frame says nothing.
        if (string.IsNullOrWhiteSpace(line) || line.StartsWith("Starting session with SessionId", StringComparison.Ordinal) || line.StartsWith("Exiting session with sessionId", StringComparison.Ordinal))
            return;
        lock (_talk)
        {
            _talk.Enqueue(line.Trim());
            if (_talk.Count > KeptTalk)
                _talk.Dequeue();
        }
    }
}
