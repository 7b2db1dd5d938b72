namespace Landfall.Config.Plan;

/// <summary>How far an operator goes, the least first.</summary>
public enum RepairMode
{
    /// <summary>It looks, and proposes nothing.</summary>
    Observe,

    /// <summary>It says what a playbook would do.</summary>
    Suggest,

    /// <summary>It does it once a person has approved it.</summary>
    Approve,

    /// <summary>It does it.</summary>
    Auto,
}
