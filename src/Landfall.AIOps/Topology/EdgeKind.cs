namespace Landfall.AIOps.Topology;

/// <summary>How one node depends on another.</summary>
public enum EdgeKind
{
    /// <summary>A request goes from the first to the second, and its answer back.</summary>
    Calls,

    /// <summary>The first reads from or writes to the second.</summary>
    Uses,

    /// <summary>The first is placed on the second: a service on a host, a host in a zone.</summary>
    RunsOn,
}
