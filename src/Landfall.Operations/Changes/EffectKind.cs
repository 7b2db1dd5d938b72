namespace Landfall.Operations.Changes;

/// <summary>The kinds of effects, the worst first.</summary>
internal enum EffectKind
{
    /// <summary>Data is gone that nobody can bring back.</summary>
    LosesData,

    /// <summary>Something does not answer for a time, or for good.</summary>
    Interrupts,

    /// <summary>Another resource takes the place of one.</summary>
    Replaces,

    /// <summary>Somebody may do what they might not.</summary>
    Permissions,

    /// <summary>Somebody can reach what they could not.</summary>
    Network,

    /// <summary>A command of the application's own runs, and does what it is written to do.</summary>
    Runs,

    /// <summary>Tasks are replaced by new ones while the service answers.</summary>
    Restarts,

    /// <summary>It costs more or less.</summary>
    Cost,
}
