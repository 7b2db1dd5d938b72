namespace Landfall.Operations.Migration;

/// <summary>What became of a key of the other tool's.</summary>
internal enum KeyOutcome
{
    /// <summary>The new file says the same.</summary>
    Exact,

    /// <summary>The new file says it in another way, or something near to it; the note says what differs.</summary>
    Changed,

    /// <summary>The new file does not say it; the note says why, and what to do.</summary>
    Left,
}
