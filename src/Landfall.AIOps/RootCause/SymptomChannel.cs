namespace Landfall.AIOps.RootCause;

/// <summary>The way a symptom spreads along the topology.</summary>
internal enum SymptomChannel
{
    /// <summary>Use of a resource of the node itself: it does not come from what the node depends on.</summary>
    Resource,

    /// <summary>Slowness: whoever waits for a slow node becomes slow.</summary>
    Latency,

    /// <summary>Failure: whoever needs a failing node fails, or gives up early and gets faster.</summary>
    Errors,

    /// <summary>Another path through the code than usual.</summary>
    Behaviour,

    /// <summary>Something was changed at the node. Not trouble by itself.</summary>
    Change,

    /// <summary>The amount of work, which comes from the callers.</summary>
    Load,
}
