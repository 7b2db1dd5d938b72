using Landfall.Config;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>Where on this machine a file will be.</summary>
internal sealed class Arrival
{
    private readonly bool _force;

    /// <summary>Chooses the place; a folder is given a file of the name.</summary>
    /// <param name="route">From where to where.</param>
    /// <param name="force">True to write over a file that is there.</param>
    /// <exception cref="LandfallException">The file cannot be there.</exception>
    public Arrival(CopyRoute route, bool force)
    {
        _force = force;
        Path = Directory.Exists(route.Outside) ? System.IO.Path.Combine(route.Outside, NameOf(route.Inside)) : route.Outside;
        if (Directory.Exists(Path))
            throw new LandfallException(ErrorCodes.CopyFile, $"'{Path}' is a folder. Name another file.");
        if (File.Exists(Path) && !force)
            throw new LandfallException(ErrorCodes.CopyFile, $"'{Path}' is there already. Write over it with '--force'.");
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder && !Directory.Exists(folder))
            throw new LandfallException(ErrorCodes.CopyFile, $"There is no folder '{folder}'. Make it first.");
    }

    /// <summary>The place.</summary>
    public string Path { get; }

    /// <summary>Begins to take the file in, beside its place.</summary>
    /// <param name="bytes">How large it is said to be.</param>
    /// <returns>What takes it in.</returns>
    public IncomingFile Begin(long bytes) => new(Path, bytes, _force);

    // What the container's path ends with is a name there, and may be none here.
    private static string NameOf(string inside)
    {
        var name = inside.TrimEnd('/').Split('/')[^1];
        return name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(System.IO.Path.GetInvalidFileNameChars()) < 0
            ? name
            : throw new LandfallException(ErrorCodes.CopyFile, $"'{inside}' does not end with a name that a file can have here. Name the file as the target.");
    }
}
