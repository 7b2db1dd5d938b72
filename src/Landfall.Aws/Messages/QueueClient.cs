using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Landfall.Aws.Messages;

/// <summary>The part of SQS that tells what queues have, and moves messages back out of a dead-letter queue.</summary>
public sealed class QueueClient : IDisposable
{
    // SQS API Reference, ReceiveMessage: at most ten messages.
    private const int MostReceived = 10;

    // So long a message is kept from others when it cannot be given back: longer than it takes to receive a hundred.
    private const int SecondsHeld = 30;

    private readonly AmazonSQSClient _client;

    /// <summary>Opens the queues of a session's account and region.</summary>
    /// <param name="session">The session.</param>
    public QueueClient(AwsSession session) => _client = new(session.Credentials, session.Configure<AmazonSQSConfig>("SQS"));

    /// <summary>Asks how full a queue is.</summary>
    /// <param name="url">Its URL.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>About how many messages it has; null where there is no such queue.</returns>
    public async Task<QueueDepth?> FindDepthAsync(string url, CancellationToken cancellation)
    {
        try
        {
            var answer = await _client.GetQueueAttributesAsync(
                url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"], cancellation).ConfigureAwait(false);
            return new QueueDepth(answer.ApproximateNumberOfMessages, answer.ApproximateNumberOfMessagesNotVisible, answer.ApproximateNumberOfMessagesDelayed);
        }
        catch (QueueDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>Finds the URL of a queue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The URL; null where there is no such queue.</returns>
    public async Task<string?> FindUrlAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _client.GetQueueUrlAsync(name, cancellation).ConfigureAwait(false)).QueueUrl;
        }
        catch (QueueDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>Reads the ARN of a queue.</summary>
    /// <param name="url">Its URL.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ARN.</returns>
    public async Task<string> ReadArnAsync(string url, CancellationToken cancellation) =>
        (await _client.GetQueueAttributesAsync(url, ["QueueArn"], cancellation).ConfigureAwait(false)).QueueARN;

    /// <summary>Looks at messages: receives them, and gives them back. SQS counts it as an attempt of each.</summary>
    /// <param name="url">The queue's URL.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The messages, the oldest first.</returns>
    public async Task<IReadOnlyList<QueueMessage>> PeekAsync(string url, int most, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Message>(StringComparer.Ordinal);
        try
        {
            var more = true;
            while (more && found.Count < most)
            {
                var request = new ReceiveMessageRequest
                {
                    QueueUrl = url,
                    MaxNumberOfMessages = Math.Min(MostReceived, most - found.Count),
                    VisibilityTimeout = SecondsHeld,
                    WaitTimeSeconds = 1, // asks all of SQS's servers, not some (Amazon SQS Developer Guide, "short and long polling")
                    MessageSystemAttributeNames = ["SentTimestamp", "ApproximateReceiveCount"],
                };
                var received = (await _client.ReceiveMessageAsync(request, cancellation).ConfigureAwait(false)).Messages ?? [];
                received.ForEach(message => found[message.MessageId] = message);
                more = received.Count > 0;
            }
        }
        finally
        {
            // Also when it is stopped: nobody else gets them until then.
            foreach (var some in found.Values.Chunk(MostReceived))
                await _client.ChangeMessageVisibilityBatchAsync(url, [.. some.Select((message, number) => Back(message, number))], CancellationToken.None).ConfigureAwait(false);
        }

        return [.. found.Values.Select(Read).OrderBy(message => message.Sent).ThenBy(message => message.Id, StringComparer.Ordinal)];
    }

    /// <summary>Starts to move the messages of a dead-letter queue back to where they came from.</summary>
    /// <param name="arn">The dead-letter queue's ARN.</param>
    /// <param name="rate">How many messages a second at most; null for as fast as SQS can.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the move is stopped by.</returns>
    public async Task<string> StartMoveAsync(string arn, int? rate, CancellationToken cancellation) =>
        (await _client.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest { SourceArn = arn, MaxNumberOfMessagesPerSecond = rate }, cancellation).ConfigureAwait(false)).TaskHandle;

    /// <summary>Finds the last move out of a dead-letter queue.</summary>
    /// <param name="arn">The dead-letter queue's ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The move; null where SQS knows of none.</returns>
    public async Task<MessageMove?> FindMoveAsync(string arn, CancellationToken cancellation)
    {
        var answer = await _client.ListMessageMoveTasksAsync(new ListMessageMoveTasksRequest { SourceArn = arn, MaxResults = 1 }, cancellation).ConfigureAwait(false);
        return (answer.Results ?? []).FirstOrDefault() is { } move ? new MessageMove(move.Status, move.ApproximateNumberOfMessagesMoved ?? 0, move.FailureReason) : null;
    }

    /// <summary>Stops a move; what it has moved stays moved.</summary>
    /// <param name="handle">The move.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task CancelMoveAsync(string handle, CancellationToken cancellation) =>
        _client.CancelMessageMoveTaskAsync(new CancelMessageMoveTaskRequest { TaskHandle = handle }, cancellation);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static ChangeMessageVisibilityBatchRequestEntry Back(Message message, int number) =>
        new(number.ToString(CultureInfo.InvariantCulture), message.ReceiptHandle) { VisibilityTimeout = 0 };

    private static QueueMessage Read(Message message)
    {
        var told = message.Attributes ?? [];
        return new QueueMessage(
            message.MessageId,
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(told.GetValueOrDefault("SentTimestamp", "0"), CultureInfo.InvariantCulture)),
            int.Parse(told.GetValueOrDefault("ApproximateReceiveCount", "0"), CultureInfo.InvariantCulture),
            message.Body);
    }
}
