using System.Globalization;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Aws.Logs;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>Tells how a task ended: how its containers did, and what they wrote last.</summary>
/// <param name="session">The account and region.</param>
internal sealed class TaskEvidence(AwsSession session)
{
    private const int LogLines = 10;

    /// <summary>Tells how the containers of a task ended.</summary>
    /// <param name="task">The task.</param>
    /// <returns>A line for each of which ECS says anything.</returns>
    public static IEnumerable<string> OfContainers(StoppedTask task) =>
        task.Containers.Where(c => c.Reason is not null || c.ExitCode is not null).Select(Describe);

    /// <summary>Reads the end of a task's logs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The last lines of each container.</returns>
    public async Task<IReadOnlyList<string>> OfLogAsync(StoppedTask task, CancellationToken stop)
    {
        var lines = new List<string>();
        var logs = new LogClient(session);
        foreach (var log in await new ContainerServiceClient(session).ListLogsAsync(task.TaskDefinition, stop).ConfigureAwait(false))
        {
            var last = await logs.ReadLastAsync(log.Group, log.StreamOf(task.Id), LogLines, stop).ConfigureAwait(false);
            lines.AddRange(last.Select(line => $"{log.Container} | {line}"));
        }

        return lines;
    }

    private static string Describe(StoppedContainer container)
    {
        var code = container.ExitCode is { } exit ? $" ended with exit code {exit.ToString(CultureInfo.InvariantCulture)}" : " did not start";
        return $"container '{container.Name}'{code}{(container.Reason is null ? "" : $": {container.Reason}")}";
    }
}
