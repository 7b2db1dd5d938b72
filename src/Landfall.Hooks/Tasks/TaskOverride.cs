namespace Landfall.Hooks.Tasks;

/// <summary>What the containers of a task are given instead of what the task definition says.</summary>
/// <param name="ContainerOverrides">One for each container.</param>
internal sealed record TaskOverride(TaskOverride.Container[] ContainerOverrides)
{
    /// <summary>What a container is given.</summary>
    /// <param name="Name">The container.</param>
    /// <param name="Command">The command; null for its own.</param>
    /// <param name="Environment">Variables besides its own.</param>
    internal sealed record Container(string Name, IReadOnlyList<string>? Command, Variable[] Environment);

    /// <summary>A variable.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">Its value.</param>
    internal sealed record Variable(string Name, string Value);
}
