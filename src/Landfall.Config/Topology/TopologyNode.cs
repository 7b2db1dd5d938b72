namespace Landfall.Config.Topology;

/// <summary>A service or resource.</summary>
/// <param name="Name">Its name, unique in the plan.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">What tells it from others of its kind, for example its path or engine; may be empty.</param>
public sealed record TopologyNode(string Name, TopologyKind Kind, string Detail)
{
    /// <summary>True for something that runs, false for a resource that is used.</summary>
    public bool IsService => Kind <= TopologyKind.LoadTest;

    /// <summary>True for what the file declares only to be used.</summary>
    public bool IsResource => Kind > TopologyKind.Stack;
}
