namespace Landfall.Config.Loading;

/// <summary>Finds the configuration file of a project.</summary>
public static class ConfigFile
{
    private static readonly string[] Names = ["landfall.yaml", "landfall.yml", "landfall.json"];

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
        foreach (var above in Above(Path.GetFullPath(folder)))
        {
            if (InFolder(above) is { } found)
                return Path.IsPathRooted(folder) ? found : Path.GetRelativePath(".", found);
        }

        throw new LandfallException(
            ErrorCodes.FileMissing,
            $"No landfall.yaml, landfall.yml or landfall.json in '{folder}' or in the folders above it. Write one with 'landfall init {FolderArgument.Of(folder)}', or name another folder.");
    }

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
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & UnixFileMode.OtherWrite) != 0;
}
