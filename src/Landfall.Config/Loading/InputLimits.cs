namespace Landfall.Config.Loading;

/// <summary>What a configuration file may cost at most; real ones stay far below.</summary>
internal static class InputLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Levels of nesting.</summary>
    public const int Depth = 32;

    /// <summary>Values after aliases have been expanded.</summary>
    public const int Nodes = 200_000;
}
