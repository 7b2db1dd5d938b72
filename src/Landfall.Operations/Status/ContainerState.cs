using Landfall.Aws.Containers;

namespace Landfall.Operations.Status;

/// <summary>How a container of a service is, in all of its tasks.</summary>
/// <param name="Name">Its name in the task definition.</param>
/// <param name="Running">In how many tasks it runs.</param>
/// <param name="Healthy">In how many its own check says that it is well.</param>
/// <param name="Unhealthy">In how many its own check says that it is not. Neither where it has no check, or has not been checked yet.</param>
internal sealed record ContainerState(string Name, int Running, int Healthy, int Unhealthy)
{
    /// <summary>Counts the containers of tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>One for each name, in order of name.</returns>
    public static IReadOnlyList<ContainerState> Of(IEnumerable<RunningTask> tasks) =>
    [
        .. from container in tasks.SelectMany(task => task.Containers)
           group container by container.Name into same
           orderby same.Key
           select new ContainerState(same.Key, same.Count(c => c.Status == "RUNNING"), same.Count(c => c.Health == "HEALTHY"), same.Count(c => c.Health == "UNHEALTHY")),
    ];
}
