using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Logs;

/// <summary>The part of CloudWatch Logs that reads logs.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class LogClient(AwsSession session)
{
    private static readonly AwsService Service = new("logs", "logs", "CLOUDWATCH_LOGS", "Logs_20140328");

    /// <summary>Asks how long a log group keeps its lines.</summary>
    /// <param name="group">The log group.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The days; null where it keeps them for ever, or is not there.</returns>
    public async Task<int?> FindRetentionAsync(string group, CancellationToken cancellation)
    {
        // The group that is asked for is the first of those that begin with its name: they come by name (CloudWatch Logs API Reference, DescribeLogGroups).
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "DescribeLogGroups", new { logGroupNamePrefix = group }, cancellation).ConfigureAwait(false);
        return (int?)(answer["logGroups"] as JsonArray ?? []).FirstOrDefault(one => (string?)one!["logGroupName"] == group)?["retentionInDays"];
    }

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

    /// <summary>Reads a stream on from where it was read to.</summary>
    /// <param name="group">The log group.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="from">Where the page before ended; null for the beginning.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lines in order, and where they end; none, and the same place, when nothing came or the stream is not there yet.</returns>
    public async Task<(IReadOnlyList<LogEvent> Lines, string? End)> ReadOnAsync(string group, string stream, string? from, CancellationToken cancellation)
    {
        try
        {
            var request = new { logGroupName = group, logStreamName = stream, startFromHead = true, nextToken = from };
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "GetLogEvents", request, cancellation).ConfigureAwait(false);
            return (
                [
                    .. (answer["events"] as JsonArray ?? []).OfType<JsonObject>().Select(line => new LogEvent(
                        "", DateTimeOffset.FromUnixTimeMilliseconds((long?)line["timestamp"] ?? 0), stream, ((string?)line["message"] ?? "").TrimEnd())),
                ],
                (string?)answer["nextForwardToken"] ?? from);
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return ([], from);
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

    /// <summary>Reads a log group, in all its streams or in some.</summary>
    /// <param name="group">The log group.</param>
    /// <param name="streams">The streams, at most a hundred; null for all.</param>
    /// <param name="from">The first time, which is in it.</param>
    /// <param name="to">The last time, which is in it; null for whatever comes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lines by their times; none where the group or a stream is not there.</returns>
    public async IAsyncEnumerable<LogEvent> ReadAsync(
        string group, IReadOnlyList<string>? streams, DateTimeOffset from, DateTimeOffset? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? next = null;
        do
        {
            var request = new
            {
                logGroupName = group,
                logStreamNames = streams,
                startTime = from.ToUnixTimeMilliseconds(),
                endTime = to?.ToUnixTimeMilliseconds(),
                interleaved = true, // what CloudWatch does by itself since 2019
                nextToken = next,
            };
            JsonObject page;
            try
            {
                page = await JsonProtocol.CallAsync<JsonObject>(session, Service, "FilterLogEvents", request, cancellation).ConfigureAwait(false);
            }
            catch (AwsException e) when (e.Code == "ResourceNotFoundException")
            {
                yield break;
            }

            foreach (var line in (page["events"] as JsonArray ?? []).OfType<JsonObject>())
            {
                yield return new LogEvent(
                    (string?)line["eventId"] ?? "",
                    DateTimeOffset.FromUnixTimeMilliseconds((long?)line["timestamp"] ?? 0),
                    (string?)line["logStreamName"] ?? "",
                    ((string?)line["message"] ?? "").TrimEnd());
            }

            // A page may have no line and yet another page behind it.
            next = (string?)page["nextToken"];
        }
        while (next is not null);
    }
}
