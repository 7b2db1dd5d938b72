using System.Text.Json.Nodes;

namespace Landfall.Operations.Sessions;

/// <summary>
/// A session that waits for somebody to attach to it. An operation only opens it; what attaches has a terminal, and is the
/// command line. Whoever has the ticket can, for the minutes that it waits.
/// </summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service in whose task it is, as the file calls it.</param>
/// <param name="Task">The task's id.</param>
/// <param name="Container">The container.</param>
/// <param name="Region">The region.</param>
/// <param name="Profile">The profile whose credentials opened it; null for those of the process.</param>
/// <param name="Session">The session.</param>
/// <param name="Request">What it was opened with, as Session Manager takes it.</param>
/// <param name="Endpoint">Where Systems Manager answers.</param>
internal sealed record SessionTicket(
    string App, string Environment, string Service, string Task, string Container, string Region, string? Profile, SessionKey Session, JsonObject Request, Uri Endpoint)
{
    /// <summary>What leads through it; null for a shell or a command.</summary>
    public TunnelEnd? Tunnel { get; init; }
}
