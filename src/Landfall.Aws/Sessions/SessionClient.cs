using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Sessions;

/// <summary>The parts of ECS and Systems Manager that open sessions in running tasks.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class SessionClient(AwsSession session)
{
    private static readonly AwsService SystemsManager = new("ssm", "ssm", "SSM", "AmazonSSM");

    /// <summary>Where Systems Manager answers: what attaches to a session asks there again when its connection breaks.</summary>
    public Uri Endpoint => session.EndpointOf(SystemsManager);

    /// <summary>Runs a command in a container that runs.</summary>
    /// <remarks>"Interactive is the only mode supported": Amazon ECS Developer Guide, "Monitor Amazon ECS containers with ECS Exec".</remarks>
    /// <param name="cluster">The cluster.</param>
    /// <param name="task">The task's ARN.</param>
    /// <param name="container">The container.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The session.</returns>
    public async Task<StartedSession> ExecuteAsync(string cluster, string task, string container, string command, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(
            session, ContainerServiceClient.Service, "ExecuteCommand", new { cluster, task, container, command, interactive = true }, cancellation).ConfigureAwait(false);
        var started = answer["session"]!;
        return new StartedSession(TaskReader.Text(started, "sessionId"), TaskReader.Text(started, "streamUrl"), TaskReader.Text(started, "tokenValue"));
    }

    /// <summary>Starts a session with a document of Session Manager's.</summary>
    /// <param name="request">The request: StartSession's Target, DocumentName and Parameters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The session.</returns>
    public async Task<StartedSession> StartAsync(JsonObject request, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, SystemsManager, "StartSession", request, cancellation).ConfigureAwait(false);
        return new StartedSession(TaskReader.Text(answer, "SessionId"), TaskReader.Text(answer, "StreamUrl"), TaskReader.Text(answer, "TokenValue"));
    }
}
