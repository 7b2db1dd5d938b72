namespace Landfall.Operations.Editing;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes aside and moves in place, so that a run that is killed leaves what was there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it will hold.</param>
    public static void Write(string path, string text)
    {
        File.WriteAllText($"{path}.new", text);
        File.Move($"{path}.new", path, overwrite: true);
    }
}
