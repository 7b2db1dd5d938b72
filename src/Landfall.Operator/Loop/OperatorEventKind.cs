namespace Landfall.Operator.Loop;

/// <summary>What kind of thing the operator tells.</summary>
internal enum OperatorEventKind
{
    /// <summary>An incident was opened.</summary>
    Opened,

    /// <summary>It became worse, or reaches further.</summary>
    Grown,

    /// <summary>It turned out to be a part of another one.</summary>
    Merged,

    /// <summary>Its likely cause is known, or is another one than was thought.</summary>
    CauseFound,

    /// <summary>Somebody has taken it on.</summary>
    Acknowledged,

    /// <summary>Nothing is wrong any more; it is over when that lasts.</summary>
    Recovering,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>It came back.</summary>
    Reopened,

    /// <summary>A playbook fits it: what may be done.</summary>
    RepairProposed,

    /// <summary>A guardrail forbids a repair now.</summary>
    RepairRefused,

    /// <summary>A repair waits for a person to approve it.</summary>
    RepairWaiting,

    /// <summary>A repair was begun.</summary>
    RepairBegun,

    /// <summary>A repair was made; whether it helped is being seen.</summary>
    RepairMade,

    /// <summary>A repair helped.</summary>
    Repaired,

    /// <summary>A repair failed or did not help: a person is needed.</summary>
    NotRepaired,

    /// <summary>A repair was not needed any more.</summary>
    RepairWithdrawn,

    /// <summary>Something cannot be read.</summary>
    GapBegan,

    /// <summary>It can be read again.</summary>
    GapEnded,
}
