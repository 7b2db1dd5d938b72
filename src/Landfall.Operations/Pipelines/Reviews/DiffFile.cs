using System.Text;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>A file that a change touches, with every line of both its versions.</summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Lines">The lines, in order.</param>
internal sealed record DiffFile(string Path, IReadOnlyList<DiffLine> Lines)
{
    /// <summary>
    /// Reads what git writes with more context than any file has. Its lines end with a line feed alone: what a file has for other
    /// ends of lines is text in them.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="difference">The difference.</param>
    /// <returns>The file.</returns>
    public static DiffFile Parse(string path, byte[] difference)
    {
        var lines = Encoding.UTF8.GetString(difference).Split('\n').SkipWhile(line => !line.StartsWith("@@ ", StringComparison.Ordinal)).Skip(1);
        return new DiffFile(path, [.. lines.Where(line => line is ['+' or '-' or ' ', ..]).Select(line => new DiffLine(line[0], Plain(line[1..])))]);
    }

    /// <summary>The readers of files take more for the end of a line than git does.</summary>
    private static string Plain(string line) => line.TrimEnd('\r').ReplaceLineEndings(" ");
}
