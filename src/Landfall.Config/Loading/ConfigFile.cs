namespace Landfall.Config.Loading;

/// <summary>Finds the configuration file of a project.</summary>
public static class ConfigFile
{
    /// <summary>The names that it may have.</summary>
    internal static readonly IReadOnlyList<string> Names = ["landfall.yaml", "landfall.yml", "landfall.json"];

    /// <summary>Finds the one configuration file of a project, from its folder or from one below it.</summary>
    /// <param name="folder">The project's folder, or one inside it.</param>
    /// <returns>The path of <c>landfall.yaml</c>, <c>landfall.yml</c> or <c>landfall.json</c>.</returns>
    /// <exception cref="LandfallException">There is no such folder or file, or more than one file.</exception>
    public static string Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new LandfallException(ErrorCodes.FileMissing, $"The folder '{folder}' does not exist.");
        }

        if (InFolder(folder) is { } here)
            return here;
        if (FindAbove(folder) is { } found)
            return Path.IsPathRooted(folder) ? found : Path.GetRelativePath(".", found);
        throw new LandfallException(
            ErrorCodes.FileMissing,
            $"No landfall.yaml, landfall.yml or landfall.json in '{folder}' or in the folders above it. Write one with 'landfall init {FolderArgument.Of(folder)}', or name another folder.");
    }

    /// <summary>Finds the configuration file of the project that a folder is inside of.</summary>
    /// <param name="folder">The folder, which need not be there.</param>
    /// <returns>The file's full path; null where there is none above the folder.</returns>
    /// <exception cref="LandfallException">There is more than one file.</exception>
    internal static string? FindAbove(string folder) => Above(Path.GetFullPath(folder)).Select(InFolder).FirstOrDefault(found => found is not null);

    private static string? InFolder(string folder)
    {
        var found = Names.Where(name => Path.Exists(Path.Combine(folder, name))).ToArray();
        return found.Length switch
        {
            0 => null,
            1 => Path.Combine(folder, found[0]),
            _ => throw new LandfallException(
                ErrorCodes.FileAmbiguous,
                $"'{folder}' holds {string.Join(" and ", found)}. Keep one of them, or name the file itself."),
        };
    }

    /// <summary>The folders that a project may begin in: up to the git repository's, and none that everybody writes to.</summary>
    private static IEnumerable<string> Above(string folder)
    {
        for (var child = folder; !Path.Exists(Path.Combine(child, ".git")) && Path.GetDirectoryName(child) is { } parent && !IsEverybodys(parent); child = parent)
            yield return parent;
    }

    // A file may name a host that is run ('extend'): what a stranger has put into /tmp is not taken for the project of a folder below.
    private static bool IsEverybodys(string folder) =>
        !OperatingSystem.IsWindows() && Directory.Exists(folder) && (File.GetUnixFileMode(folder) & UnixFileMode.OtherWrite) != 0;
}
