using Landfall.Operations.Sessions;

namespace Landfall.Cli.Terminal;

/// <summary>The terminal of this process, attached to a session.</summary>
internal static class SessionTerminal
{
    /// <summary>Attaches the terminal to a session, and waits for its end. Ctrl-C is the session's.</summary>
    /// <param name="ticket">The session.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code of the program that attaches.</returns>
    public static async Task<int> AttachAsync(SessionTicket ticket, CancellationToken stop)
    {
        var call = await SessionPlugin.CallAsync(ticket, stop).ConfigureAwait(false);
        using var mine = Interruption.HandOver();
        using var process = SessionPlugin.Start(call);
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }
}
