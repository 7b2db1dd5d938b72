namespace Landfall.Kubernetes.Diagnosis;

/// <summary>What puts a cause right.</summary>
/// <param name="Summary">In words.</param>
/// <param name="Commands">As commands, in their order; none where the right value is not known from the snapshot.</param>
/// <param name="Patch">As a strategic merge patch of the object that the commands name, or null.</param>
internal sealed record Remedy(string Summary, IReadOnlyList<string> Commands, string? Patch = null)
{
    public Remedy(string summary, params ReadOnlySpan<string> commands)
        : this(summary, commands.ToArray(), null)
    {
    }
}
