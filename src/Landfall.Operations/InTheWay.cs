namespace Landfall.Operations;

/// <summary>Makes room in Landfall's own folders for what is written there next, whatever has come to stand in its place.</summary>
internal static class InTheWay
{
    /// <summary>Makes room for a file.</summary>
    /// <param name="path">The file's path; its folder is created.</param>
    /// <returns>The path.</returns>
    public static string OfFile(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            OfFolder(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Makes room for a folder.</summary>
    /// <param name="path">The folder's path; it is created.</param>
    /// <returns>The path.</returns>
    public static string OfFolder(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
        return Directory.CreateDirectory(path).FullName;
    }
}
