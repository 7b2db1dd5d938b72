namespace Landfall.Config.Plan;

/// <summary>What a service may do with what it uses.</summary>
public enum UseAccess
{
    /// <summary>Read and write; for a queue: send; for a secret or service: use.</summary>
    ReadWrite,

    /// <summary>Read only.</summary>
    Read,

    /// <summary>Write only.</summary>
    Write,
}
