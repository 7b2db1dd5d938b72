using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Logs;

/// <summary>The part of CloudWatch Logs that reads the end of a log.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class LogClient(AwsSession session)
{
    private static readonly AwsService Service = new("logs", "logs", "CLOUDWATCH_LOGS", "Logs_20140328");

    /// <summary>Reads the last lines of a stream.</summary>
    /// <param name="group">The log group.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="count">How many lines at most, 1 to 10,000.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lines, the oldest first; none when nothing was ever written.</returns>
    public async Task<IReadOnlyList<string>> ReadLastAsync(string group, string stream, int count, CancellationToken cancellation)
    {
        try
        {
            var request = new { logGroupName = group, logStreamName = stream, limit = count, startFromHead = false };
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "GetLogEvents", request, cancellation).ConfigureAwait(false);
            return [.. (answer["events"] as JsonArray ?? []).Select(e => ((string?)e!["message"] ?? "").TrimEnd()).TakeLast(count)];
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return [];
        }
    }

    /// <summary>Reads what has come into a log group, in all its streams.</summary>
    /// <param name="group">The log group.</param>
    /// <param name="since">From when on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first of its lines, at most as many as CloudWatch gives at once; none where the group is not there.</returns>
    public async Task<IReadOnlyList<LogLine>> ReadSinceAsync(string group, DateTimeOffset since, CancellationToken cancellation)
    {
        try
        {
            var request = new { logGroupName = group, startTime = since.ToUnixTimeMilliseconds() };
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "FilterLogEvents", request, cancellation).ConfigureAwait(false);
            return [.. (answer["events"] as JsonArray ?? []).Select(e => new LogLine((string?)e!["eventId"] ?? "", ((string?)e["message"] ?? "").TrimEnd()))];
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return [];
        }
    }
}
