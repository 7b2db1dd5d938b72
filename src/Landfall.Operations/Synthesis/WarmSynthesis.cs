using System.Diagnostics;
using System.IO.Pipes;
using Landfall.Config.Hosts;

namespace Landfall.Operations.Synthesis;

/// <summary>
/// Asks a synth host that stays, and starts one where none is. Whatever does not go well is for a fresh process to do
/// again: its messages are the ones that count.
/// </summary>
/// <param name="host">The program.</param>
/// <param name="environment">Its environment.</param>
/// <param name="door">Its socket.</param>
/// <param name="time">The clock.</param>
internal sealed class WarmSynthesis(SynthHost host, IReadOnlyDictionary<string, string> environment, string door, TimeProvider time)
{
    // A host that was about to end may hang up on the first attempt.
    private const int Attempts = 2;

    // Starting .NET takes a tenth of this; a machine that needs longer gains nothing here.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    // How long to wait for another run's turn to end: as long as a fresh process takes.
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(3);

    /// <summary>Finds what a host can be asked by.</summary>
    /// <param name="host">The program; a user's own keeps state that Landfall does not know, and is always run afresh.</param>
    /// <param name="node">The node that the CDK's library runs in.</param>
    /// <returns>It, or null where no host may stay.</returns>
    public static WarmSynthesis? Of(SynthHost host, string node)
    {
        var own = HostEnvironment.OfProcess();
        if (host.IsUsers || !WarmDoor.IsAllowed(own))
            return null;
        var folder = LandfallHome.Below("warm");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var environment = HostEnvironment.Of(own, node);
        return WarmDoor.Of(folder, host, environment) is { } door ? new WarmSynthesis(host, environment, door, TimeProvider.System) : null;
    }

    /// <summary>Synthesises.</summary>
    /// <param name="arguments">The host's arguments.</param>
    /// <param name="cancellation">Stops waiting; the host goes on and removes the outcome.</param>
    /// <returns>True when the assembly is written; false when a fresh process has to do it.</returns>
    public async Task<bool> TryAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var pipe = new NamedPipeClientStream(".", door, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
                await using (pipe.ConfigureAwait(false))
                {
                    await ConnectAsync(pipe, cancellation).ConfigureAwait(false);
                    if (await AskAsync(pipe, arguments, cancellation).ConfigureAwait(false) is { } done)
                        return done;
                }
            }

            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return false;
        }
    }

    private async Task ConnectAsync(NamedPipeClientStream pipe, CancellationToken cancellation)
    {
        try
        {
            await pipe.ConnectAsync(TimeSpan.Zero, cancellation).ConfigureAwait(false);
            return;
        }
        catch (TimeoutException)
        {
            // No host, or a socket that a killed one has left.
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var process = Start();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ended.Cancel();
        try
        {
            await pipe.ConnectAsync(StartLimit, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The host ended.");
        }
    }

    /// <summary>It outlives this process, so its output goes to a file and not to a pipe.</summary>
    private Process Start()
    {
        var info = new ProcessStartInfo("sh")
        {
            // The shell only redirects: all paths are passed as its arguments, never as its text.
            ArgumentList = { "-c", "exec dotnet \"$0\" --serve \"$1\" >\"$1.log\" 2>&1 </dev/null", host.Assembly, door },
            WorkingDirectory = Path.GetDirectoryName(door),
        };
        info.Environment.Clear();
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        return Process.Start(info) ?? throw new IOException("The host could not be started.");
    }

    /// <summary>Asks, and waits for the outcome; null when the host hung up before it began.</summary>
    private async Task<bool?> AskAsync(NamedPipeClientStream pipe, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        try
        {
            await HostRequest.WriteAsync(pipe, arguments, cancellation).ConfigureAwait(false);
            if (await HearAsync(pipe, cancellation).WaitAsync(TurnLimit, time, cancellation).ConfigureAwait(false) != HostSignal.Begun)
                return null;
        }
        catch (IOException)
        {
            return null;
        }

        return await HearAsync(pipe, cancellation).ConfigureAwait(false) == HostSignal.Done;
    }

    private static async Task<HostSignal?> HearAsync(NamedPipeClientStream pipe, CancellationToken cancellation)
    {
        var signal = new byte[1];
        return await pipe.ReadAsync(signal, cancellation).ConfigureAwait(false) == 0 ? null : (HostSignal)signal[0];
    }
}
