namespace Landfall.Config;

/// <summary>A folder in a command that a message advises: the reader copies it, and may be in another folder.</summary>
public static class FolderArgument
{
    /// <summary>Writes a folder as a shell takes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The folder, in double quotes when there are blanks in it.</returns>
    public static string Of(string folder) => folder.Contains(' ') ? $"\"{folder}\"" : folder;
}
