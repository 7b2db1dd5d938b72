using System.Text.Json.Nodes;
using Landfall.Aws.Sessions;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

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
    /// <summary>Makes the ticket of a session.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="service">The service in whose task it is.</param>
    /// <param name="task">The task.</param>
    /// <param name="target">The account and region.</param>
    /// <param name="session">The session.</param>
    /// <param name="request">What it was opened with.</param>
    /// <param name="endpoint">Where Systems Manager answers.</param>
    /// <returns>The ticket.</returns>
    public static SessionTicket Of(AppPlan plan, ServicePlan service, OpenTask task, AwsTarget target, StartedSession session, JsonObject request, Uri endpoint) => new(
        plan.App, plan.Environment, service.Title, task.TaskId, task.Container, target.Region, target.Profile, new SessionKey(session.SessionId, session.StreamUrl, session.TokenValue), request, endpoint);

    /// <summary>What leads through it; null for a shell or a command.</summary>
    public TunnelEnd? Tunnel { get; init; }
}
