using Amazon.CDK.AWS.SQS;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>SQS queues with their dead-letter queues: encrypted, TLS only.</summary>
internal static class Queues
{
    private const int FourteenDays = 14 * 24 * 60 * 60;

    /// <summary>Creates a queue and its dead-letter queue.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="queue">The queue.</param>
    public static void Create(DataStack stack, QueuePlan queue)
    {
        // A queue cannot become FIFO: another one stands beside it until its readers have moved.
        var id = ConstructId.From(queue.Name);
        var kind = queue.Fifo ? "Fifo" : "";
        var dead = new CfnQueue(stack, $"{id}DeadLetters{kind}", new CfnQueueProps
        {
            QueueName = stack.Names.DeadLetterQueue(queue),
            FifoQueue = queue.Fifo ? true : null,
            // As long as SQS allows: people need time to look.
            MessageRetentionPeriod = FourteenDays,
            SqsManagedSseEnabled = true,
            RedriveAllowPolicy = new Dictionary<string, object>
            {
                ["redrivePermission"] = "byQueue",
                ["sourceQueueArns"] = new[] { stack.Names.QueueArn(queue) },
            },
        });
        var resource = new CfnQueue(stack, $"{id}Queue{kind}", new CfnQueueProps
        {
            QueueName = stack.Names.Queue(queue),
            FifoQueue = queue.Fifo ? true : null,
            ContentBasedDeduplication = queue.Fifo ? true : null,
            VisibilityTimeout = queue.Visibility.TotalSeconds,
            MessageRetentionPeriod = queue.Retention.TotalSeconds,
            DelaySeconds = queue.Delay.TotalSeconds,
            ReceiveMessageWaitTimeSeconds = 20,
            SqsManagedSseEnabled = true,
            RedrivePolicy = new Dictionary<string, object>
            {
                ["deadLetterTargetArn"] = dead.AttrArn,
                ["maxReceiveCount"] = queue.Retries,
            },
        });
        stack.Protect(dead);
        stack.Protect(resource);
        TlsOnly(stack, $"{id}DeadLetters{kind}Policy", dead);
        TlsOnly(stack, $"{id}Queue{kind}Policy", resource);

        var values = new QueueValues(queue.Name);
        stack.Publish(values.Url, resource.Ref);
        stack.Publish(values.DeadLetterUrl, dead.Ref);
    }

    private static void TlsOnly(DataStack stack, string id, CfnQueue queue) => _ = new CfnQueuePolicy(stack, id, new CfnQueuePolicyProps
    {
        Queues = [queue.Ref],
        PolicyDocument = TlsOnlyPolicy.For("sqs:*", [queue.AttrArn]),
    });
}
