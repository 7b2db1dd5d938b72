using System.IO.Pipes;
using System.Text.Json;
using Landfall.Config.Hosts;

namespace Landfall.Constructs.Hosting.Warm;

/// <summary>
/// A synth host that stays: it has loaded the CDK's library, which costs a fresh process two thirds of its time. It
/// serves one request after the other at a socket that only its own user may connect to, and ends when it is used up,
/// when nobody has called for a while, when its socket is taken away, and after whatever went wrong.
/// </summary>
/// <param name="door">The socket's path.</param>
/// <param name="synthesise">Synthesises by arguments; gives the exit code.</param>
/// <param name="memory">Tells how many bytes this process and its Node take.</param>
/// <param name="time">The clock.</param>
internal sealed class WarmHost(string door, Func<IReadOnlyList<string>, int> synthesise, Func<long> memory, TimeProvider time)
{
    /// <summary>
    /// What the bridge to Node holds is never given back, so a host grows by some 3 MB with each synthesis of ten services.
    /// </summary>
    public const int MostSyntheses = 40;

    /// <summary>Measured after a synthesis, in bytes. Larger environments reach this before the number.</summary>
    public const long MostBytes = 800_000_000;

    /// <summary>How long a host waits for the next request.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(10);

    // How often it looks whether its socket is still there: it is gone when the user's folder was removed.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    // A caller sends its request at once.
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(10);

    // How long a synthesis may still take whose caller has gone: ten times what ten services need.
    private static readonly TimeSpan AbandonedLimit = TimeSpan.FromSeconds(30);

    /// <summary>Serves until the host has to end.</summary>
    /// <returns>The end of it.</returns>
    public async Task ServeAsync()
    {
        using var alone = Alone();
        if (alone is null)
        {
            return;
        }

        using var pipe = new NamedPipeServerStream(
            door, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        for (var served = 0; served < MostSyntheses && memory() < MostBytes; served++)
        {
            if (!await CalledAsync(pipe).ConfigureAwait(false) || !await AnswerAsync(pipe).ConfigureAwait(false))
            {
                return;
            }

            pipe.Disconnect();
        }
    }

    /// <summary>Of two hosts that were started at once for one door the second ends.</summary>
    private FileStream? Alone()
    {
        try
        {
            return new FileStream($"{door}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<bool> CalledAsync(NamedPipeServerStream pipe)
    {
        using var stop = new CancellationTokenSource();
        using var glance = new PeriodicTimer(Glance, time);
        var called = pipe.WaitForConnectionAsync(stop.Token);
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < IdleLimit && File.Exists(door))
        {
            if (await Task.WhenAny(called, glance.WaitForNextTickAsync().AsTask()).ConfigureAwait(false) == called)
            {
                return called.IsCompletedSuccessfully; // another user's connection is refused by an exception
            }
        }

        await stop.CancelAsync().ConfigureAwait(false);
        return false;
    }

    /// <summary>Serves one caller.</summary>
    /// <returns>True when this host can serve another.</returns>
    private async Task<bool> AnswerAsync(NamedPipeServerStream pipe)
    {
        IReadOnlyList<string> arguments;
        try
        {
            using var limit = new CancellationTokenSource(RequestLimit, time);
            arguments = await HostRequest.ReadAsync(pipe, limit.Token).ConfigureAwait(false);
            await SayAsync(pipe, HostSignal.Begun).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or JsonException or OperationCanceledException)
        {
            return true; // a caller that had gone, or was none
        }

        var work = Task.Run(() => synthesise(arguments));
        var gone = EndOfAsync(pipe);
        if (await Task.WhenAny(work, gone).ConfigureAwait(false) == gone)
        {
            return await AbandonAsync(work, arguments).ConfigureAwait(false);
        }

        var done = await work.ConfigureAwait(false) == 0;
        try
        {
            await SayAsync(pipe, done ? HostSignal.Done : HostSignal.Failed).ConfigureAwait(false);
            await gone.WaitAsync(RequestLimit, time).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // The caller went at the last moment: it removes what it asked for.
        }

        return done;
    }

    /// <summary>A synthesis cannot be interrupted; its caller, which would have removed the outcome, has gone.</summary>
    private async Task<bool> AbandonAsync(Task<int> work, IReadOnlyList<string> arguments)
    {
        try
        {
            var done = await work.WaitAsync(AbandonedLimit, time).ConfigureAwait(false) == 0;
            var output = HostArguments.Parse(arguments).Options.Output!;
            if (Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }

            return done;
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }

    private static async Task SayAsync(NamedPipeServerStream pipe, HostSignal signal) =>
        await pipe.WriteAsync(new[] { (byte)signal }).ConfigureAwait(false);

    /// <summary>Ends when the caller has closed its side: it says nothing after its request.</summary>
    private static async Task EndOfAsync(NamedPipeServerStream pipe)
    {
        try
        {
            while (await pipe.ReadAsync(new byte[1]).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Closed, and not in order.
        }
    }
}
