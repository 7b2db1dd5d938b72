using Landfall.Config;

namespace Landfall.Mcp;

/// <summary>The folder that a server was started for. What a caller names is in it, or refused.</summary>
/// <param name="path">The folder.</param>
internal sealed class WorkFolder(string path)
{
    private const int MostLinks = 40;

    private readonly string _real = Real(System.IO.Path.GetFullPath(path));

    /// <summary>The folder's path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Finds a file or folder that a caller has named.</summary>
    /// <param name="parameter">The parameter that names it.</param>
    /// <param name="value">Its path from the folder on.</param>
    /// <returns>The full path, of a file that is there or of one that could be.</returns>
    /// <exception cref="LandfallException">It is outside of the folder, by its name or by a link.</exception>
    public string Find(string parameter, string value)
    {
        if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal))
            throw Outside(parameter, value);
        var full = System.IO.Path.GetFullPath(value, Path);
        return IsIn(Real(full)) ? full : throw Outside(parameter, value);
    }

    /// <summary>Tells whether a word is rather a path than a name of the file.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True for what has a separator or a dot in it, and for a file that is there.</returns>
    public bool IsPath(string word) =>
        word.AsSpan().IndexOfAny('/', '\\', '.') >= 0 || word.Contains('\0', StringComparison.Ordinal) || File.Exists(System.IO.Path.Combine(Path, word));

    private bool IsIn(string real) =>
        real == _real || real.StartsWith(System.IO.Path.EndsInDirectorySeparator(_real) ? _real : _real + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private LandfallException Outside(string parameter, string value) => new(
        ErrorCodes.McpOutside,
        $"'{parameter}' names '{Shown(value)}', which is not in '{Path}', the folder that this server was started for. Name something in it, or have a server started for another folder.");

    private static string Shown(string value) => (value.Length > 200 ? value[..200] + "…" : value).Replace("\0", "\\0", StringComparison.Ordinal);

    /// <summary>Where a path leads when every link on the way is followed; what is not there yet is taken as it is named.</summary>
    private static string Real(string full)
    {
        for (var followed = 0; followed < MostLinks; followed++)
        {
            if (FirstLink(full) is not { } link)
                return full;
            var target = System.IO.Path.GetFullPath(link.LinkTarget!, System.IO.Path.GetDirectoryName(link.FullName)!);
            full = target + full[link.FullName.Length..];
        }

        throw new LandfallException(ErrorCodes.McpOutside, $"'{full}' leads through more than {MostLinks} links. Name it without them.");
    }

    private static FileSystemInfo? FirstLink(string full)
    {
        var root = System.IO.Path.GetPathRoot(full)!;
        var at = root;
        foreach (var part in full[root.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            at = System.IO.Path.Combine(at, part);
            FileSystemInfo info = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
            if (info.LinkTarget is not null)
                return info;
        }

        return null;
    }
}
