using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Landfall.Config;
using Landfall.Operations.Processes;
using Landfall.Operations.Sessions;

namespace Landfall.Cli.Terminal;

/// <summary>
/// AWS's program that attaches a terminal, or a port, to a session. It is started as the AWS CLI starts it: the session, the region, the
/// call, the profile, the request, the endpoint.
/// </summary>
internal static class SessionPlugin
{
    private const string Program = ProgramPath.SessionPlugin;

    // The session goes to it by the name of a variable, so that no list of processes shows it; the AWS CLI does so for versions after
    // the first of these, and gives older ones the session itself.
    private const string Variable = "AWS_SSM_START_SESSION_RESPONSE";
    private static readonly Version LastWithoutVariable = new(1, 2, 497, 0);

    /// <summary>Finds out whether it is there, before a session is opened that nobody could attach to.</summary>
    /// <exception cref="LandfallException">It is not.</exception>
    public static void Require()
    {
        if (!ProgramPath.Has(Program))
            throw Missing(null);
    }

    /// <summary>Attaches the terminal to a session, and waits for its end. Ctrl-C is the session's.</summary>
    /// <param name="ticket">The session.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> AttachAsync(SessionTicket ticket, CancellationToken stop)
    {
        var version = await ProcessRunner.RunAsync(new ProcessSpec(Program, ["--version"]), null, stop).ConfigureAwait(false);
        var session = JsonSerializer.Serialize(ticket.Session);
        var byVariable = Version.TryParse(version.Output.Trim(), out var found) && found > LastWithoutVariable;
        string[] arguments = [byVariable ? Variable : session, ticket.Region, "StartSession", ticket.Profile ?? "", ticket.Request.ToJsonString(), ticket.Endpoint.AbsoluteUri.TrimEnd('/')];
        var info = new ProcessStartInfo(Program, arguments); // with the terminal of this process
        if (byVariable)
            info.Environment[Variable] = session;
        using var mine = Interruption.HandOver();
        using var process = new Process { StartInfo = info };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw Missing(e);
        }

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

    private static LandfallException Missing(Exception? cause) => new(
        ErrorCodes.SessionPluginMissing,
        $"'{Program}' is needed to attach to a session, and is not on PATH. Install it: {ProgramPath.SessionPluginPage}",
        cause);
}
