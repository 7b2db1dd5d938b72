using Landfall.Hooks.Rollouts;

namespace Landfall.Hooks.Tasks;

/// <summary>Judges a task that has ended.</summary>
internal static class TaskEnd
{
    // Of a task that somebody stopped, a container may end with 0 all the same: what it was to check, it has not.
    private const string ByItself = "EssentialContainerExited";

    /// <summary>Why the check has failed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="details">What it was to do.</param>
    /// <param name="logGroup">The log group that it writes to.</param>
    /// <returns>Lines for a person; none where the check has passed.</returns>
    public static IReadOnlyList<string> Failures(TasksAnswer.OneTask task, TaskDetails details, string logGroup)
    {
        var container = task.Containers?.FirstOrDefault(one => one.Name == details.Container);
        if (container?.ExitCode == 0 && task.StopCode is null or ByItself)
            return [];
        var end = container?.ExitCode is { } code ? $"exit code {code}" : "its container has not run";
        string?[] reasons = [container?.Reason, task.StoppedReason];
        return [string.Join(": ", reasons.Where(reason => !string.IsNullOrEmpty(reason)).Distinct().Prepend(end)), Log(task.TaskArn, details, logGroup)];
    }

    /// <summary>Where the log of a task is.</summary>
    /// <param name="arn">The task.</param>
    /// <param name="details">What it was to do.</param>
    /// <param name="logGroup">The log group.</param>
    /// <returns>A line for a person.</returns>
    /// <remarks>"prefix-name/container-name/ecs-task-id" (Amazon ECS Developer Guide, "Send Amazon ECS logs to CloudWatch").</remarks>
    public static string Log(string arn, TaskDetails details, string logGroup) =>
        $"its log is the stream {details.Logs}/{details.Container}/{arn[(arn.LastIndexOf('/') + 1)..]} of {logGroup}";
}
