using System.Runtime.InteropServices;

namespace Landfall.Cli;

/// <summary>Ctrl-C and termination: the first asks the command to stop, the second ends the program at once.</summary>
/// <remarks>
/// System.CommandLine's own handling begins only at a command's first wait, and gives the command two seconds, after
/// which the program ends without a word.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    private static int _handedOver;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    /// <summary>True once somebody wants the program to stop.</summary>
    public bool Requested => _source.IsCancellationRequested;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>
    /// Leaves Ctrl-C to a program that has the terminal until the end of this: there it is a key, and may be pressed often.
    /// </summary>
    /// <returns>The end of it.</returns>
    public static IDisposable HandOver()
    {
        Interlocked.Increment(ref _handedOver);
        return new TakenBack();
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        if (signal.Signal == PosixSignal.SIGINT && Volatile.Read(ref _handedOver) > 0)
        {
            signal.Cancel = true;
            return;
        }

        signal.Cancel = !Requested;
        _source.Cancel();
    }

    private sealed class TakenBack : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref _handedOver);
    }
}
