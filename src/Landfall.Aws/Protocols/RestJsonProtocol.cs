using System.Text;
using System.Text.Json.Nodes;

namespace Landfall.Aws.Protocols;

/// <summary>AWS's REST-JSON protocol, as far as it is needed here (EventBridge Scheduler, zonal shift).</summary>
internal static class RestJsonProtocol
{
    /// <summary>Calls an operation that reads.</summary>
    /// <param name="session">Who calls, and where.</param>
    /// <param name="service">The service.</param>
    /// <param name="operation">The operation's name, for messages.</param>
    /// <param name="pathAndQuery">The path, and the query's parameters in order of name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public static async Task<JsonObject> GetAsync(
        AwsSession session, AwsService service, string operation, string pathAndQuery, CancellationToken cancellation) =>
        await session.Retries.ExecuteAsync(
            async token =>
            {
                var (status, body) = await session.GetAsync(service, pathAndQuery, token).ConfigureAwait(false);
                return (int)status < 400 && JsonProtocol.TryParse(body, out var answer) && answer is not null ? answer : throw JsonProtocol.Error(service, operation, status, body);
            },
            cancellation).ConfigureAwait(false);

    /// <summary>Calls an operation that changes something.</summary>
    /// <param name="session">Who calls, and where.</param>
    /// <param name="service">The service.</param>
    /// <param name="operation">The operation's name, for messages.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="request">The request; null for none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public static async Task<JsonObject> SendAsync(
        AwsSession session, AwsService service, string operation, HttpMethod method, string path, JsonObject? request, CancellationToken cancellation)
    {
        var sent = request is null ? [] : Encoding.UTF8.GetBytes(request.ToJsonString());
        return await session.Retries.ExecuteAsync(
            async token =>
            {
                var (status, body, error) = await session.SendJsonAsync(method, service, path, sent, token).ConfigureAwait(false);
                return (int)status < 400 && JsonProtocol.TryParse(body, out var answer) && answer is not null ? answer : throw JsonProtocol.Error(service, operation, status, body, error);
            },
            cancellation).ConfigureAwait(false);
    }
}
