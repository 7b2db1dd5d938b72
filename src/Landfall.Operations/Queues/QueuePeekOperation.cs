using Landfall.Aws.Messages;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Queues;

/// <summary>Looks at messages of a queue, and leaves them there.</summary>
/// <remarks>
/// SQS has no way to look without receiving. They are received and given back at once: it counts as an attempt all the same, and in a queue
/// with a dead-letter queue the attempt after the last moves a message there (Amazon SQS Developer Guide, "Using dead-letter queues"). A
/// dead-letter queue has none itself, so that nothing comes of it there.
/// </remarks>
internal sealed class QueuePeekOperation : Operation<QueuePeekParameters, PeekedMessages>
{
    private const int MostMessages = 100;

    /// <inheritdoc />
    public override string Name => "queue peek";

    /// <inheritdoc />
    public override string Summary => "Show messages of a queue's dead-letter queue, which stay there.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<PeekedMessages> RunAsync(QueuePeekParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters.Most is < 1 or > MostMessages)
            throw new LandfallException(ErrorCodes.QueueUnknown, $"'--most {parameters.Most}' is not a number from 1 to {MostMessages}.");
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var queue = QueueChoice.Of(plan, parameters.Queue);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var client = new QueueClient(target.Session);
        var url = await client.FindUrlAsync(parameters.Live ? plan.AwsNames.Queue(queue.Name, queue.Fifo) : plan.AwsNames.DeadLetterQueue(queue.Name, queue.Fifo), context.Stop).ConfigureAwait(false)
            ?? throw NotDeployed.Of(plan, queue.Title);
        var depth = await client.FindDepthAsync(url, context.Stop).ConfigureAwait(false) ?? throw NotDeployed.Of(plan, queue.Title);
        if (parameters.Live && depth.Waiting > 0)
        {
            var question = new Question(
                $"Look into {queue.Title} of {plan.App} {plan.Environment} itself? Each message that is looked at has one attempt less: after {queue.Retries + 1} it goes to the dead-letter queue.",
                "Add --yes to look all the same.");
            await agreed.RequireAsync(question, $"{queue.Title} was left as it is.", context).ConfigureAwait(false);
        }

        var messages = depth.Waiting == 0 ? [] : await client.PeekAsync(url, parameters.Most, context.Stop).ConfigureAwait(false);
        return new PeekedMessages(
            plan.App, plan.Environment, queue.Title, parameters.Live, depth.Waiting, [.. messages.Select(one => new PeekedMessage(one.Id, one.Sent, one.Received, one.Body))]);
    }
}
