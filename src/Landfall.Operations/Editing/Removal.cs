namespace Landfall.Operations.Editing;

/// <summary>Takes one of several parts out of a mapping or list.</summary>
internal static class Removal
{
    /// <summary>Takes it out.</summary>
    /// <param name="source">The text.</param>
    /// <param name="isFlow">True within braces or brackets, where commas go with it.</param>
    /// <param name="parts">Where the parts begin and end.</param>
    /// <param name="index">Which goes.</param>
    public static TextChange Of(SyntaxTree source, bool isFlow, IReadOnlyList<(int Start, int End)> parts, int index)
    {
        var (start, end) = parts[index];
        if (isFlow)
            return index + 1 < parts.Count ? new TextChange(start, parts[index + 1].Start, "") : new TextChange(parts[index - 1].End, end, "");
        if (!string.IsNullOrWhiteSpace(source.Before(start)))
            return new TextChange(start, parts[index + 1].Start, ""); // behind the hyphen of a list: the next one moves up
        var lineEnd = source.LineEnd(end);
        var lineStart = source.LineStart(start);
        return lineEnd < source.Text.Length ? new TextChange(lineStart, lineEnd + 1, "") : new TextChange(Math.Max(0, lineStart - 1), lineEnd, "");
    }
}
