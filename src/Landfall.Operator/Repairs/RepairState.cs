namespace Landfall.Operator.Repairs;

/// <summary>Where a repair stands.</summary>
internal enum RepairState
{
    /// <summary>It is a word of advice: the operator does nothing.</summary>
    Proposed,

    /// <summary>A guardrail forbids it now.</summary>
    Refused,

    /// <summary>It waits for a person to approve it.</summary>
    Waiting,

    /// <summary>Its operation was begun.</summary>
    Running,

    /// <summary>Its operation was done; whether the fault is over is being seen.</summary>
    Verifying,

    /// <summary>The fault is over.</summary>
    Repaired,

    /// <summary>It failed, or did not help: a person is needed.</summary>
    NotRepaired,

    /// <summary>The incident was over before it was begun.</summary>
    Withdrawn,
}
