namespace Landfall.Config.Loading;

/// <summary>Finds the configuration file of a project.</summary>
public static class ConfigFile
{
    private static readonly string[] Names = ["landfall.yaml", "landfall.yml", "landfall.json"];

    /// <summary>Finds the one configuration file of a folder.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <returns>The path of <c>landfall.yaml</c>, <c>landfall.yml</c> or <c>landfall.json</c>.</returns>
    /// <exception cref="LandfallException">There is no such folder or file, or more than one file.</exception>
    public static string Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new LandfallException(ErrorCodes.FileMissing, $"The folder '{folder}' does not exist.");
        }

        var found = Names.Where(name => Path.Exists(Path.Combine(folder, name))).ToArray();
        return found.Length switch
        {
            1 => Path.Combine(folder, found[0]),
            0 => throw new LandfallException(
                ErrorCodes.FileMissing,
                $"No landfall.yaml, landfall.yml or landfall.json in '{folder}'. Write one with 'landfall init {FolderArgument.Of(folder)}', or name another folder."),
            _ => throw new LandfallException(
                ErrorCodes.FileAmbiguous,
                $"'{folder}' holds {string.Join(" and ", found)}. Keep one of them, or name the file itself."),
        };
    }
}
