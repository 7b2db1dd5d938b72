namespace Landfall.Operations;

/// <summary>What a caller has agreed to before an operation runs. The watcher is asked for whatever else it needs.</summary>
/// <param name="Yes">True when questions about what does no harm are answered with yes.</param>
internal sealed record Agreed(bool Yes)
{
    /// <summary>To nothing yet.</summary>
    public static Agreed ToNothing { get; } = new(Yes: false);
}
