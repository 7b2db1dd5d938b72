namespace Landfall.AIOps.Logs;

/// <summary>Limits of a <see cref="LogTemplateMiner"/>. They bound memory and work; the defaults suit every system.</summary>
public sealed class LogTemplateMinerOptions
{
    /// <summary>How much of a line is read, in characters; the rest belongs to no template. At least 16. Default 4,096.</summary>
    public int MaxLineLength { get; init; } = 4096;

    /// <summary>How many fields of a line are told apart; what follows them is one parameter. At least 8. Default 512.</summary>
    public int MaxFields { get; init; } = 512;

    /// <summary>How many templates are remembered; beyond it the one not seen for longest is forgotten. At least 16. Default 4,096.</summary>
    public int MaxTemplates { get; init; } = 4096;

    /// <summary>About how many bytes the miner may hold, beyond which it forgets too. At least 1 MB. Default 64 MB.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLineLength, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFields, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTemplates, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1L << 20);
    }
}
