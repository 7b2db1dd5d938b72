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

    /// <summary>Something cannot be read.</summary>
    GapBegan,

    /// <summary>It can be read again.</summary>
    GapEnded,
}
