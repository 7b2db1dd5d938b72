namespace Landfall.Operations;

/// <summary>The most that an operation does to a system.</summary>
internal enum OperationEffect
{
    /// <summary>It looks, and changes nothing but files that Landfall keeps for itself.</summary>
    Reads,

    /// <summary>It creates or changes.</summary>
    Changes,

    /// <summary>It may delete what cannot be brought back.</summary>
    Destroys,
}
