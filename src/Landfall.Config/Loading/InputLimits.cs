namespace Landfall.Config.Loading;

/// <summary>What a configuration file may cost at most; real ones stay far below.</summary>
internal static class InputLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Levels of nesting.</summary>
    public const int Depth = 32;

    /// <summary>Values after aliases have been expanded.</summary>
    public const int Nodes = 50_000;

    /// <summary>Keys of one mapping.</summary>
    public const int Keys = 1000;

    /// <summary>Environments.</summary>
    public const int Environments = 20;

    /// <summary>Problems that are listed.</summary>
    public const int Problems = 500;
}
