using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Sessions;

/// <summary>
/// AWS's program that attaches a terminal, a port or two pipes to a session. It is started as the AWS CLI starts it: the session, the
/// region, the call, the profile, the request, the endpoint.
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

    /// <summary>Tells how it is started for a session.</summary>
    /// <param name="ticket">The session.</param>
    /// <param name="stop">Stops asking it for its version.</param>
    /// <returns>The program, which would have the terminal of this process.</returns>
    public static async Task<ProcessStartInfo> CallAsync(SessionTicket ticket, CancellationToken stop)
    {
        var version = await ProcessRunner.RunAsync(new ProcessSpec(Program, ["--version"]), null, stop).ConfigureAwait(false);
        var session = JsonSerializer.Serialize(ticket.Session);
        var byVariable = Version.TryParse(version.Output.Trim(), out var found) && found > LastWithoutVariable;
        string[] arguments = [byVariable ? Variable : session, ticket.Region, "StartSession", ticket.Profile ?? "", ticket.Request.ToJsonString(), ticket.Endpoint.AbsoluteUri.TrimEnd('/')];
        var info = new ProcessStartInfo(Program, arguments);
        if (byVariable)
            info.Environment[Variable] = session;
        return info;
    }

    /// <summary>Starts it.</summary>
    /// <param name="call">How.</param>
    /// <returns>The program, which runs.</returns>
    /// <exception cref="LandfallException">It cannot be started.</exception>
    public static Process Start(ProcessStartInfo call)
    {
        var process = new Process { StartInfo = call };
        try
        {
            process.Start();
            return process;
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw Missing(e);
        }
    }

    private static LandfallException Missing(Exception? cause) => new(
        ErrorCodes.SessionPluginMissing,
        $"'{Program}' is needed to attach to a session, and is not on PATH. Install it: {ProgramPath.SessionPluginPage}",
        cause);
}
