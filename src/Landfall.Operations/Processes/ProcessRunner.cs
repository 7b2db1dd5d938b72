using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Landfall.Config;

namespace Landfall.Operations.Processes;

/// <summary>Runs programs to their end; a cancelled one is stopped with all it started.</summary>
internal static class ProcessRunner
{
    private const int InterruptedExitCode = 130;
    private const int NotFound = 2;

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program and collects what it writes.</summary>
    /// <param name="spec">The program.</param>
    /// <param name="onLine">Gets every line of both streams as it comes, from any thread; or null.</param>
    /// <param name="cancellation">Stops the program.</param>
    /// <returns>Its exit code and output.</returns>
    /// <exception cref="LandfallException">The program is not there.</exception>
    /// <exception cref="OperationCanceledException">This process or the program was interrupted.</exception>
    public static async Task<ProcessResult> RunAsync(ProcessSpec spec, Action<string>? onLine, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartInfo(spec) };
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, e) => Collect(e.Data, spec.Collected ? output : null, onLine);
        process.ErrorDataReceived += (_, e) => Collect(e.Data, spec.Collected ? error : null, onLine);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new LandfallException(ErrorCodes.ProgramMissing, e.NativeErrorCode == NotFound
                ? $"'{spec.Program}' is needed and not on PATH. Install it, or put it on PATH."
                : $"'{spec.Program}' could not be started: {e.Message.TrimEnd('.')}.");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await WriteAsync(process.StandardInput, spec.Input, cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(EndLimit);
            throw;
        }

        // At the terminal Ctrl-C reaches the program too, and perhaps before this process hears of it.
        if (process.ExitCode == InterruptedExitCode)
            throw new OperationCanceledException($"'{spec.Program}' was interrupted.", cancellation);
        return new ProcessResult(process.ExitCode, output.ToString(), error.ToString());
    }

    private static ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        var info = new ProcessStartInfo(spec.Program, spec.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = spec.Folder ?? "",
        };
        foreach (var (name, value) in spec.Environment)
            info.Environment[name] = value;
        return info;
    }

    private static async Task WriteAsync(StreamWriter input, string? text, CancellationToken cancellation)
    {
        try
        {
            await using (input.ConfigureAwait(false))
                await input.WriteAsync(text.AsMemory(), cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The program ended without reading it: its exit code and output say why.
        }
    }

    private static void Collect(string? line, StringBuilder? into, Action<string>? onLine)
    {
        if (line is null)
            return;
        if (into is not null)
        {
            lock (into)
                into.Append(line).Append('\n');
        }

        onLine?.Invoke(line);
    }
}
