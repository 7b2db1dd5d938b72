namespace Landfall.AIOps.RootCause;

/// <summary>What is likely wrong at a cause.</summary>
public enum CauseKind
{
    /// <summary>The evidence does not say.</summary>
    Unknown,

    /// <summary>It is short of processor time, or burns it.</summary>
    Cpu,

    /// <summary>It uses too much memory.</summary>
    Memory,

    /// <summary>Disk space or disk operations.</summary>
    Disk,

    /// <summary>The network to or from it.</summary>
    Network,

    /// <summary>It answers slowly by itself, without a visible shortage.</summary>
    Latency,

    /// <summary>It fails requests.</summary>
    Errors,

    /// <summary>Its code takes another path than before: an exception, an early return, a new error line.</summary>
    Code,

    /// <summary>It gets much more or much less work than before.</summary>
    Load,

    /// <summary>Something was changed there.</summary>
    Change,
}
