namespace Landfall.Operations.Sessions;

/// <summary>A container of a running task that takes sessions.</summary>
/// <param name="Task">The task's ARN.</param>
/// <param name="TaskId">Its id.</param>
/// <param name="Container">The container.</param>
/// <param name="RuntimeId">What the container is called where it runs.</param>
internal sealed record OpenTask(string Task, string TaskId, string Container, string RuntimeId)
{
    /// <summary>What Session Manager calls it: <c>ecs:cluster_task_runtime</c>, as the AWS CLI writes it for its plugin.</summary>
    /// <param name="cluster">The task's cluster.</param>
    /// <returns>The target.</returns>
    public string TargetIn(string cluster) => $"ecs:{cluster}_{TaskId}_{RuntimeId}";
}
