using System.Runtime.CompilerServices;
using Landfall.Aws.Containers;
using Landfall.Aws.Logs;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Logs;

namespace Landfall.Operations.OneOff;

/// <summary>Runs a task by itself, tells what it writes, and waits for its end.</summary>
/// <param name="target">The account and region.</param>
/// <param name="start">What it is started with.</param>
/// <param name="log">Where its container writes.</param>
/// <param name="title">The service, as the file calls it.</param>
/// <param name="context">Who runs it.</param>
internal sealed class TaskRun(AwsTarget target, TaskStart start, ContainerLog? log, string title, OperationContext context)
{
    // A minute of looks without an answer.
    private const int MostMissed = 60;

    // CloudWatch shows a line some seconds after it was written.
    private const int LooksAfterTheEnd = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskClient _tasks = new(target.Session);
    private readonly LogClient _logs = new(target.Session);

    /// <summary>Starts it.</summary>
    /// <param name="secret">Its secrets, taken away where it is not started; null where it has none of its own.</param>
    /// <param name="stop">Gives up before it is started.</param>
    /// <returns>The task's ARN.</returns>
    public async Task<string> StartAsync(TemporarySecret? secret, CancellationToken stop)
    {
        try
        {
            stop.ThrowIfCancellationRequested();
            // Not stopped half-way: a task that nobody knows of would run on.
            return await _tasks.StartAsync(start, CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            if (secret is not null)
                await secret.RemoveAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Follows it. Whoever stops the program stops the task.</summary>
    /// <param name="started">The task's ARN.</param>
    /// <param name="secret">Its secrets, taken away when it has started; null where it has none of its own.</param>
    /// <param name="detach">True to end when it is started.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What becomes of it.</returns>
    /// <exception cref="LandfallException">It could not be run.</exception>
    public async IAsyncEnumerable<RunStep> StepsAsync(string started, TemporarySecret? secret, bool detach, [EnumeratorCancellation] CancellationToken stop)
    {
        string? task = started;
        try
        {
            yield return new RunStep(task, null, null);
            string? place = null;
            var afterTheEnd = 0;
            for (var missed = 0; ;)
            {
                var found = await FindAsync(task, stop).ConfigureAwait(false);
                missed = found is null ? missed + 1 : 0;
                if (missed >= MostMissed)
                    throw new LandfallException(ErrorCodes.RunFailed, $"ECS does not tell of the task {task} any more. Look at its log: landfall logs {title}.");
                if (secret is not null && found?.Status is "RUNNING" or "DEACTIVATING" or "STOPPING" or "DEPROVISIONING" or "STOPPED")
                {
                    await secret.RemoveAsync().ConfigureAwait(false);
                    secret = null;
                }

                if (detach && secret is null)
                {
                    task = null; // it is left to itself
                    yield break;
                }

                if (log is not null)
                {
                    (var lines, place) = await _logs.ReadOnAsync(log.Group, log.StreamOf(IdOf(task)), place, stop).ConfigureAwait(false);
                    foreach (var line in lines)
                        yield return new RunStep(null, new ServiceLog(title, log.Group, null).Read(line), null);
                }

                if (found?.End is { } end && ++afterTheEnd > LooksAfterTheEnd)
                {
                    task = null;
                    yield return new RunStep(null, null, End(end));
                    yield break;
                }

                await Task.Delay(Pause, context.Time, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            if (task is not null && stop.IsCancellationRequested)
            {
                context.Watcher.Say($"Stopping the task {IdOf(task)} …");
                await _tasks.StopAsync(start.Cluster, task, $"'landfall run' was stopped by {context.Caller.Name}.", CancellationToken.None).ConfigureAwait(false);
            }

            if (secret is not null)
                await secret.RemoveAsync().ConfigureAwait(false);
        }
    }

    private static string IdOf(string task) => task[(task.LastIndexOf('/') + 1)..];

    private async Task<OneTask?> FindAsync(string task, CancellationToken stop)
    {
        try
        {
            return await _tasks.FindAsync(start.Cluster, task, stop).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null; // the network is away for a moment: the task goes on
        }
    }

    private RunEnd End(StoppedTask end)
    {
        var container = end.Containers.FirstOrDefault(one => one.Name == start.Override!.Container);
        if (container?.ExitCode is { } code)
            return new RunEnd(code, container.Reason ?? end.Reason);
        string[] lines = [$"The command did not run: {(end.Reason.Length > 0 ? end.Reason : end.StopCode)}", .. TaskEvidence.OfContainers(end).Select(line => $"  {line}")];
        throw new LandfallException(ErrorCodes.RunFailed, string.Join('\n', lines));
    }
}
