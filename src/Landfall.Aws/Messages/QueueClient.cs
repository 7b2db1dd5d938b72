using Amazon.SQS;
using Amazon.SQS.Model;

namespace Landfall.Aws.Messages;

/// <summary>The part of SQS that tells how full queues are.</summary>
public sealed class QueueClient : IDisposable
{
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

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
