using System.Globalization;

namespace Landfall.Operations;

/// <summary>
/// A list of the files that Landfall wrote into a folder of its own, kept beside them. By it a later run knows that
/// none is missing, cut short or changed, and makes the folder afresh where one is.
/// </summary>
internal static class FolderRecord
{
    private const string FileName = "landfall.files";

    /// <summary>Lists the files that are in a folder.</summary>
    /// <param name="folder">The folder, finished.</param>
    /// <param name="contents">True to know their contents too, false for libraries and programs, which are large.</param>
    public static void Write(string folder, bool contents) =>
        File.WriteAllLines(
            Path.Combine(folder, FileName),
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f)).Where(f => f != FileName).Order(StringComparer.Ordinal)
                .Select(f => $"{Mark(Path.Combine(folder, f), contents)} {f}"));

    /// <summary>Tells whether every listed file is as it was written. What was added since does not count.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>False too where there is no folder, or no list in it.</returns>
    public static bool IsIntact(string folder)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(folder, FileName));
            return lines.Length > 0 && lines.All(line => IsIntact(folder, line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsIntact(string folder, string line)
    {
        if (line.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space) || line.Contains('\0'))
            return false;
        var (mark, file) = (line[..space], Path.Combine(folder, line[(space + 1)..]));
        return File.Exists(file) && Mark(file, mark.Contains(':')) == mark;
    }

    private static string Mark(string file, bool contents)
    {
        var length = new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture);
        if (!contents)
            return length;
        return $"{length}:{Convert.ToHexStringLower(FileHash.Of(file))}";
    }
}
