namespace Landfall.Operations.Specs;

/// <summary>The part of a page that is generated, between two comments. What stands around it is somebody's own.</summary>
internal static class FactsPart
{
    private const string Begin = "<!-- landfall:facts env=";
    private const string Behind = " (written by 'landfall spec render') -->";
    private const string End = "<!-- landfall:end -->";

    /// <summary>Writes a part.</summary>
    /// <param name="environment">The environment that it is of.</param>
    /// <param name="text">What is in it.</param>
    public static string Of(string environment, string text) => $"{Begin}{environment}{Behind}\n\n{text.Trim()}\n\n{End}";

    /// <summary>Finds the environment of a page's part.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Its name; null where the page has no whole part.</returns>
    public static string? EnvironmentOf(string page) => Find(page)?.Environment;

    /// <summary>Puts another part in the place of the one that is there.</summary>
    /// <param name="page">The page, with a part.</param>
    /// <param name="part">The part.</param>
    public static string Replace(string page, string part)
    {
        var (start, length, _) = Find(page)!.Value;
        return string.Concat(page.AsSpan(0, start), page.Contains("\r\n", StringComparison.Ordinal) ? part.ReplaceLineEndings("\r\n") : part, page.AsSpan(start + length));
    }

    /// <summary>The line at which the part begins.</summary>
    public static int LineOf(string page) => Find(page) is var (start, _, _) ? page.AsSpan(0, start).Count('\n') + 1 : 1;

    private static (int Start, int Length, string Environment)? Find(string page)
    {
        var start = page.IndexOf(Begin, StringComparison.Ordinal);
        var behind = start < 0 ? -1 : page.IndexOf(Behind, start, StringComparison.Ordinal);
        var end = behind < 0 ? -1 : page.IndexOf(End, behind, StringComparison.Ordinal);
        return end < 0 ? null : (start, end + End.Length - start, page[(start + Begin.Length)..behind]);
    }
}
