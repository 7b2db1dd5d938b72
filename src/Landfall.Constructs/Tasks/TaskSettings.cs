using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Tasks;

/// <summary>
/// What the tasks of a service are given, collected from the plan before the task definition is made. A stack of one's
/// own adds to it in <see cref="ContainerStack.Configure"/>.
/// </summary>
public sealed class TaskSettings
{
    /// <summary>Plain environment variables of the main container.</summary>
    public SortedDictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Environment variables whose values ECS reads from Secrets Manager: the secret's ARN, or <c>arn:key::</c> for one
    /// key of a JSON secret.
    /// </summary>
    public SortedDictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    /// <summary>What the running containers may do: the task role.</summary>
    public List<Statement> Grants { get; } = [];

    /// <summary>The container's port, or null when it listens on none.</summary>
    public int? Port { get; set; }

    /// <summary>The command in place of the image's own, or empty.</summary>
    public IReadOnlyList<string> Command { get; set; } = [];
}
