namespace Landfall.Operations.History;

/// <summary>What kind of thing happened to an environment.</summary>
internal enum HistoryKind
{
    /// <summary>A service was brought to an image.</summary>
    Release,

    /// <summary>Stacks were deployed or deleted.</summary>
    Deployment,

    /// <summary>Something else was changed.</summary>
    Change,
}
