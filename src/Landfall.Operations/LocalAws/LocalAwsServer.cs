using System.Diagnostics;
using System.Text.Json;
using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.LocalAws;

/// <summary>Starts, finds and stops the local AWS: a moto server of this user's, on the loopback interface.</summary>
internal sealed class LocalAwsServer(TimeProvider time)
{
    /// <summary>The account that everything local is in: what any credentials belong to at a moto server.</summary>
    public const string Account = "123456789012";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private static string StateFile => Path.Combine(LandfallHome.Folder, "local", "state.json");

    private static string LogFile => InTheWay.OfFile(Path.Combine(LandfallHome.Below("local"), "server.log"));

    /// <summary>Finds the running local AWS.</summary>
    /// <returns>Its state, or null when none runs.</returns>
    public static LocalAwsState? Find()
    {
        if (!File.Exists(StateFile))
            return null;
        try
        {
            var state = JsonSerializer.Deserialize(File.ReadAllText(StateFile), OperationsJson.Default.LocalAwsState);
            return state is { ProcessId: > 0 } && IsRunning(state) ? state : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // a write that was cut short: whatever ran is unknown, and a new one may start
        }
    }

    /// <summary>Starts the local AWS unless it runs.</summary>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up and stops what was started.</param>
    /// <returns>Its state, and whether it was started now.</returns>
    /// <exception cref="LandfallException">It cannot be started.</exception>
    public async Task<(LocalAwsState State, bool Started)> EnsureAsync(Action<string> progress, CancellationToken cancellation)
    {
        if (Find() is { } running)
            return (running, false);
        using var alone = await FolderLock.TakeAsync(LandfallHome.Below("local"), progress, time, cancellation).ConfigureAwait(false);
        if (Find() is { } started)
            return (started, false);

        var python = await PythonWithMoto.FindAsync(progress, cancellation).ConfigureAwait(false);
        progress("Starting the local AWS …");
        var ready = InTheWay.OfFile(Path.Combine(LandfallHome.Below("local"), "ready"));
        File.Delete(ready); // left by a start that was killed
        var process = Start(python, LocalAwsScripts.Extract(), ready);
        try
        {
            var endpoint = await WaitAsync(process, ready, cancellation).ConfigureAwait(false);
            var state = new LocalAwsState(endpoint, process.Id, time.GetUtcNow());
            await File.WriteAllTextAsync(InTheWay.OfFile(StateFile), JsonSerializer.Serialize(state, OperationsJson.Default.LocalAwsState), cancellation).ConfigureAwait(false);
            return (state, true);
        }
        catch
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            throw;
        }
        finally
        {
            File.Delete(ready);
            process.Dispose();
        }
    }

    /// <summary>Stops the local AWS; everything in it is gone.</summary>
    /// <returns>What ran, or null when nothing did.</returns>
    public static LocalAwsState? Stop()
    {
        if (Find() is not { } state)
            return null;
        using var process = Process.GetProcessById(state.ProcessId);
        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(10));
        File.Delete(StateFile);
        return state;
    }

    /// <summary>The server outlives this process, so its output goes to a file and not to a pipe.</summary>
    private static Process Start(string python, string script, string ready)
    {
        var info = new ProcessStartInfo("sh")
        {
            // The shell only redirects: all paths are passed as its arguments, never as its text.
            ArgumentList = { "-c", "exec \"$0\" \"$1\" --ready-file \"$2\" >\"$3\" 2>&1 </dev/null", python, script, ready, LogFile },
        };
        return Process.Start(info) ?? throw new LandfallException(ErrorCodes.PythonMissing, $"'{python}' could not be started.");
    }

    private async Task<string> WaitAsync(Process process, string ready, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (!File.Exists(ready))
        {
            if (process.HasExited || time.GetElapsedTime(began) > StartLimit)
            {
                var log = File.Exists(LogFile) ? await File.ReadAllTextAsync(LogFile, cancellation).ConfigureAwait(false) : "";
                throw new LandfallException(ErrorCodes.LocalAwsNotStarted, $"The local AWS did not start; its log is {LogFile}.\n{string.Join('\n', log.Trim().Split('\n').TakeLast(5))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellation).ConfigureAwait(false);
        }

        return (await File.ReadAllTextAsync(ready, cancellation).ConfigureAwait(false)).Trim();
    }

    /// <summary>A process of the same number that was started later is somebody else's.</summary>
    private static bool IsRunning(LocalAwsState state)
    {
        try
        {
            using var process = Process.GetProcessById(state.ProcessId);
            return !process.HasExited && process.StartTime.ToUniversalTime() <= state.Started.UtcDateTime.AddSeconds(1);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
