using Landfall.Aws.Messages;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Queues;

/// <summary>Moves the messages of a queue's dead-letter queue back into the queue, and waits for the end of it.</summary>
internal sealed class QueueRedriveOperation : Operation<QueueRedriveParameters, RedrivenMessages>
{
    // Amazon SQS API Reference, StartMessageMoveTask, MaxNumberOfMessagesPerSecond.
    private const int FastestRate = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override string Name => "queue redrive";

    /// <inheritdoc />
    public override string Summary => "Move the messages of a queue's dead-letter queue back into the queue, where they are tried again.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<RedrivenMessages> RunAsync(QueueRedriveParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters.Rate is < 1 or > FastestRate)
            throw new LandfallException(ErrorCodes.QueueUnknown, $"'--rate {parameters.Rate}' is not a number from 1 to {FastestRate}.");
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        var queue = QueueChoice.Of(plan, parameters.Queue);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var client = new QueueClient(target.Session);
        var url = await client.FindUrlAsync(plan.AwsNames.DeadLetterQueue(queue.Name, queue.Fifo), context.Stop).ConfigureAwait(false) ?? throw NotDeployed.Of(plan, queue.Title);
        var dead = (await client.FindDepthAsync(url, context.Stop).ConfigureAwait(false) ?? throw NotDeployed.Of(plan, queue.Title)).Waiting;
        var report = new RedrivenMessages(plan.App, plan.Environment, queue.Title, parameters.DryRun, dead, 0);
        if (parameters.DryRun || dead == 0)
            return report;
        var question = new Question($"Move about {dead} messages back into {queue.Title} of {plan.App} {plan.Environment}? {Readers(plan, queue)}", "Add --yes to move them from a script.");
        await agreed.RequireAsync(question, $"{queue.Title} was left as it is.", context).ConfigureAwait(false);
        var moved = await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(queue.Title, $"about {dead} dead letters", null));
            var all = await MoveAsync(client, url, parameters.Rate, context).ConfigureAwait(false);
            record.Became(queue.Title, $"about {all} of them are back in the queue");
            return all;
        }).ConfigureAwait(false);
        return report with { Moved = moved };
    }

    private static string Readers(AppPlan plan, QueuePlan queue)
    {
        var readers = plan.Services.Where(service => service.Uses.Any(use => use.Kind == UseKind.QueueConsumer && use.Target == queue.Name)).Select(service => service.Title).Order(StringComparer.Ordinal).ToList();
        return readers.Count == 0 ? "No service of the file reads it." : $"{string.Join(", ", readers)} read{(readers.Count == 1 ? "s" : "")} them again, with as many attempts as new ones.";
    }

    private static async Task<long> MoveAsync(QueueClient client, string url, int? rate, OperationContext context)
    {
        var arn = await client.ReadArnAsync(url, context.Stop).ConfigureAwait(false);
        var handle = await client.StartMoveAsync(arn, rate, context.Stop).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var move = await client.FindMoveAsync(arn, context.Stop).ConfigureAwait(false);
                if (move is { Ended: true })
                    return move.State == "COMPLETED" ? move.Moved : throw new LandfallException(ErrorCodes.RedriveFailed, $"SQS ended the move after about {move.Moved} messages ({move.State}{(move.Failure is null ? "" : $": {move.Failure}")}). The rest is in the dead-letter queue: run the same command again.");
                await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.Stop.IsCancellationRequested)
        {
            context.Watcher.Say("Stopping the move: what has not been moved stays in the dead-letter queue …");
            await client.CancelMoveAsync(handle, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
