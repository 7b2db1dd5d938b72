namespace Landfall.Hooks.Tasks;

/// <summary>What ECS answers to RunTask and DescribeTasks.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Failures">Why there are fewer than were asked for.</param>
internal sealed record TasksAnswer(TasksAnswer.OneTask[]? Tasks, TasksAnswer.Failure[]? Failures)
{
    /// <summary>A task.</summary>
    /// <param name="TaskArn">Its ARN.</param>
    /// <param name="LastStatus">For example RUNNING.</param>
    /// <param name="StopCode">ECS's code for why it has stopped.</param>
    /// <param name="StoppedReason">Why it has stopped.</param>
    /// <param name="Containers">Its containers.</param>
    internal sealed record OneTask(string TaskArn, string? LastStatus, string? StopCode, string? StoppedReason, Ended[]? Containers);

    /// <summary>A container.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="ExitCode">How it ended; null where it has not, or never ran.</param>
    /// <param name="Reason">More about its state.</param>
    internal sealed record Ended(string Name, int? ExitCode, string? Reason);

    /// <summary>Why a task could not be run.</summary>
    /// <param name="Reason">ECS's word.</param>
    /// <param name="Detail">More.</param>
    internal sealed record Failure(string? Reason, string? Detail);
}
