namespace Landfall.Aws.Containers;

/// <summary>Where a container writes its log.</summary>
/// <param name="Container">Its name in the task definition.</param>
/// <param name="Group">The log group.</param>
/// <param name="StreamPrefix">The beginning of its stream's name.</param>
public sealed record ContainerLog(string Container, string Group, string StreamPrefix)
{
    /// <summary>The stream of one task. Source: ECS Developer Guide, awslogs: <c>prefix-name/container-name/ecs-task-id</c>.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <returns>Its name.</returns>
    public string StreamOf(string taskId) => $"{StreamPrefix}/{Container}/{taskId}";
}
