namespace Landfall.Operations;

/// <summary>What a door has to know of a parameter besides its type, before it lets somebody give it.</summary>
[Flags]
internal enum ParameterTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A file or folder, or a list of them.</summary>
    Path = 1,

    /// <summary>A file, or a name of something in landfall.yaml.</summary>
    PathOrName = 2,

    /// <summary>The operation changes something only where one of these is given.</summary>
    Writes = 4,

    /// <summary>A value that nobody but a person may give.</summary>
    Secret = 8,

    /// <summary>The operation does not end by itself where this is given.</summary>
    Endless = 16,
}
