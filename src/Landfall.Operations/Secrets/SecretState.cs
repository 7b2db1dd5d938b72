namespace Landfall.Operations.Secrets;

/// <summary>Whether a secret has a value.</summary>
internal enum SecretState
{
    /// <summary>It has one.</summary>
    Set,

    /// <summary>It has none: whatever reads it cannot start.</summary>
    Empty,

    /// <summary>It is in the file, and not deployed.</summary>
    Absent,
}
