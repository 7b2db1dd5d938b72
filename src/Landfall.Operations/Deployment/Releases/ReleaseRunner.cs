using System.Security.Cryptography;
using System.Text;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Values;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Deployment.Releases;

/// <summary>Runs a release command as a task of its own and waits for its end.</summary>
/// <param name="session">The account and region.</param>
/// <param name="pause">Time between looks.</param>
/// <param name="say">Gets lines for a person.</param>
/// <param name="time">The clock.</param>
internal sealed class ReleaseRunner(AwsSession session, TimeSpan pause, Action<string> say, TimeProvider time)
{
    /// <summary>What starts the task, as ECS lists it.</summary>
    internal const string StartedBy = "landfall-release";

    // A minute of looks without an answer, and what ECS takes beyond the two minutes that a container has to end.
    private const int MostMissed = 20;
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(5);

    private readonly TaskClient _tasks = new(session);

    /// <summary>Runs a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="stop">Stops waiting; the task goes on.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="InterruptedDeploymentException">A person stopped the program.</exception>
    public async Task<ReleaseEnd> RunAsync(ReleaseCommand command, CancellationToken stop)
    {
        try
        {
            return await RunAsync(command, await TakeOverAsync(command, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        }
        catch (AwsException e)
        {
            return new ReleaseEnd($"The task could not be run: {e.Message}", []);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new InterruptedDeploymentException($"  {command.Stack}: the release command may still run", stop);
        }
    }

    /// <summary>
    /// A deployment that was cut short may have left the command running: the same one is waited for instead of started a second
    /// time beside it, and an earlier one before this one starts.
    /// </summary>
    private async Task<string?> TakeOverAsync(ReleaseCommand command, CancellationToken stop)
    {
        string? same = null;
        foreach (var task in await _tasks.ListRunningAsync(command.Cluster, command.Family, stop).ConfigureAwait(false))
        {
            if (task.TaskDefinition == command.TaskDefinition)
            {
                same = task.Arn;
                continue;
            }

            say($"{command.Stack}: an earlier release command still runs; waiting for it to end …");
            if (await EndOfAsync(command.Cluster, task.Arn, command.Timeout, stop).ConfigureAwait(false) is null)
                await EndAsync(command, task.Arn, stop).ConfigureAwait(false);
        }

        return same;
    }

    private async Task<ReleaseEnd> RunAsync(ReleaseCommand command, string? running, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        say(running is null ? $"{command.Stack}: running the release command …" : $"{command.Stack}: the release command runs already; waiting for it to end …");
        var task = running ?? await _tasks.StartAsync(
            new TaskStart(command.Cluster, command.TaskDefinition, command.Subnets, command.SecurityGroups, StartedBy, TokenOf(command)), stop).ConfigureAwait(false);
        var end = await EndOfAsync(command.Cluster, task, command.Timeout, stop).ConfigureAwait(false);
        var late = end is null;
        end ??= await EndAsync(command, task, stop).ConfigureAwait(false);
        if (end is null)
            return new ReleaseEnd($"The release command did not end within {Duration.Format(command.Timeout)}, and its task {task} could not be stopped.", []);
        if (!late && end.Containers.Any(c => c.Name == command.Service && c.ExitCode == 0))
        {
            say($"{command.Stack}: the release command has ended well after {Duration.Format(TimeSpan.FromSeconds(Math.Ceiling(time.GetElapsedTime(began).TotalSeconds)))}.");
            return ReleaseEnd.Well;
        }

        var reason = late ? $"The release command did not end within {Duration.Format(command.Timeout)} and was stopped." : end.Reason.Length > 0 ? end.Reason : end.StopCode;
        return new ReleaseEnd(reason, [.. TaskEvidence.OfContainers(end), .. await new TaskEvidence(session).OfLogAsync(end, stop).ConfigureAwait(false)]);
    }

    /// <summary>Another one for each attempt, so that ECS does not answer with the task of an earlier one.</summary>
    private string TokenOf(ReleaseCommand command) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{command.TaskDefinition} {time.GetUtcNow():O}")));

    private async Task<StoppedTask?> EndAsync(ReleaseCommand command, string task, CancellationToken stop)
    {
        await _tasks.StopAsync(command.Cluster, task, $"The release command's time is up ({Duration.Format(command.Timeout)}).", stop).ConfigureAwait(false);
        return await EndOfAsync(command.Cluster, task, LongestStop, stop).ConfigureAwait(false);
    }

    /// <summary>Waits for the end of a task; null when it has not come in time.</summary>
    private async Task<StoppedTask?> EndOfAsync(string cluster, string task, TimeSpan longest, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        var missed = 0;
        while (true)
        {
            try
            {
                var found = await _tasks.FindAsync(cluster, task, stop).ConfigureAwait(false);
                missed = found is null ? missed + 1 : 0; // a task shows in ECS's answers a moment after it was started
                if (found?.End is { } end)
                    return end;
            }
            catch (HttpRequestException) when (missed < MostMissed)
            {
                missed++; // the network is away for a moment: the task goes on
            }

            if (missed >= MostMissed)
                throw new LandfallException(ErrorCodes.DeploymentFailed, $"ECS does not know the task {task} of the release command any more. Look at its log, then deploy again: the command runs again.");
            if (time.GetElapsedTime(began) >= longest)
                return null;
            await Task.Delay(pause, time, stop).ConfigureAwait(false);
        }
    }
}
