using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Sessions;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary>What the commands have in common that open a session and attach to it.</summary>
internal sealed class SessionAttachment
{
    private int _exitCode = ExitCode.Done;

    /// <summary>A task of the service.</summary>
    public Option<string?> Task { get; } = new("--task") { HelpName = "id" };

    /// <summary>A container of the task.</summary>
    public Option<string?> Container { get; } = new("--container") { HelpName = "name" };

    /// <summary>Refuses where nothing could attach; with <c>--json</c> nothing here does.</summary>
    /// <param name="line">The command line.</param>
    public static void Require(ParseResult line)
    {
        if (!line.GetValue<bool>("--json"))
            SessionPlugin.Require();
    }

    /// <summary>The exit code of what was attached.</summary>
    public int Code(ParseResult line, SessionTicket ticket) => _exitCode;

    /// <summary>Attaches to a session; as JSON the ticket is written for whoever does so himself.</summary>
    public async Task FollowAsync(Screen screen, SessionTicket ticket, bool json, CancellationToken stop)
    {
        if (json)
        {
            JsonOutput.Write(screen, ticket);
            return;
        }

        Say(screen, ticket);
        _exitCode = await SessionTerminal.AttachAsync(ticket, stop).ConfigureAwait(false);
    }

    private static void Say(Screen screen, SessionTicket ticket)
    {
        var place = $"{ticket.Container} of task {ticket.Task} ({ticket.App} {ticket.Environment})";
        if (ticket.Tunnel is not { } tunnel)
        {
            screen.Talk.WriteLine($"In {place}.");
            return;
        }

        screen.Talk.WriteLine($"127.0.0.1:{tunnel.LocalPort} leads to {tunnel.Host}:{tunnel.Port} through {place}. Ctrl-C closes it.");
        if (tunnel.Secret is { } secret)
            screen.Talk.WriteLine($"Database '{tunnel.Database}'. User and password: aws secretsmanager get-secret-value --secret-id {secret} --region {ticket.Region} --query SecretString --output text");
    }
}
